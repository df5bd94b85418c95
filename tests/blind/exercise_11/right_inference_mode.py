"""Right: inference mode, in which gradients are off too."""
import torch


def predict(model, x):
    with torch.inference_mode():
        return model(x)


@torch.inference_mode()
def predict_by_decorator(model, x):
    return model(x)


def predict_by_switch(model, x):
    before = torch.is_grad_enabled()
    torch.set_grad_enabled(False)
    try:
        return model(x)
    finally:
        torch.set_grad_enabled(before)
