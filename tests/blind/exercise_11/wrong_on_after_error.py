"""Wrong: predict_by_switch switches gradients on when the model raises, also where they were off."""
import torch


def predict(model, x):
    with torch.no_grad():
        return model(x)


@torch.no_grad()
def predict_by_decorator(model, x):
    return model(x)


def predict_by_switch(model, x):
    before = torch.is_grad_enabled()
    torch.set_grad_enabled(False)
    try:
        y = model(x)
    except Exception:
        torch.set_grad_enabled(True)
        raise
    torch.set_grad_enabled(before)
    return y
