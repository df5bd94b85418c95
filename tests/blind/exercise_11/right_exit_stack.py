"""Right: an ExitStack, a wrapped call and a callback."""
import contextlib

import torch


def predict(model, x):
    return torch.no_grad()(model)(x)


def predict_by_decorator(model, x):
    @torch.no_grad()
    def run():
        return model(x)

    return run()


def predict_by_switch(model, x):
    with contextlib.ExitStack() as stack:
        stack.callback(torch.set_grad_enabled, torch.is_grad_enabled())
        torch.set_grad_enabled(False)
        return model(x)
