"""Wrong: predict_by_decorator detaches afterwards; gradients are on while the model runs."""
import torch


def predict(model, x):
    with torch.no_grad():
        return model(x)


def predict_by_decorator(model, x):
    return model(x).detach()


def predict_by_switch(model, x):
    before = torch.is_grad_enabled()
    torch.set_grad_enabled(False)
    try:
        return model(x)
    finally:
        torch.set_grad_enabled(before)
