"""Decorators without parentheses, on the model or on a function inside; the switch is moved only if it stands on."""

import torch


def predict(model, x):
    return torch.no_grad()(model.__call__)(x)


def predict_by_decorator(model, x):
    @torch.no_grad
    def run():
        return model(x)

    return run()


def predict_by_switch(model, x):
    if not torch.is_grad_enabled():
        return model(x)
    torch.set_grad_enabled(False)
    try:
        return model(x)
    finally:
        torch.set_grad_enabled(True)
