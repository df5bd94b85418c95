"""Wrong: predict_by_decorator leaves gradients off when the model raises."""
import torch


def predict(model, x):
    with torch.no_grad():
        return model(x)


def without_gradients(fn):
    def run(*args):
        before = torch.is_grad_enabled()
        torch.set_grad_enabled(False)
        result = fn(*args)
        torch.set_grad_enabled(before)
        return result

    return run


@without_gradients
def predict_by_decorator(model, x):
    return model(x)


def predict_by_switch(model, x):
    before = torch.is_grad_enabled()
    torch.set_grad_enabled(False)
    try:
        return model(x)
    finally:
        torch.set_grad_enabled(before)
