"""Wrong: predict_by_switch runs the model before it switches."""
import torch


def predict(model, x):
    with torch.no_grad():
        return model(x)


@torch.no_grad()
def predict_by_decorator(model, x):
    return model(x)


def predict_by_switch(model, x):
    y = model(x)
    with torch.set_grad_enabled(False):
        return y.detach()
