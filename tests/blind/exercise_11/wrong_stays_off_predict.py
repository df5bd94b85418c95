"""Wrong: predict leaves gradients off when the model raises."""
import torch


def predict(model, x):
    context = torch.no_grad()
    context.__enter__()
    y = model(x)
    context.__exit__(None, None, None)
    return y


@torch.no_grad()
def predict_by_decorator(model, x):
    return model(x)


def predict_by_switch(model, x):
    before = torch.is_grad_enabled()
    torch.set_grad_enabled(False)
    try:
        return model(x)
    finally:
        torch.set_grad_enabled(before)
