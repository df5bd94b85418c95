"""Wrong: the prediction is made to require grad."""
import torch


def predict(model, x):
    with torch.no_grad():
        return model(x)


@torch.no_grad()
def predict_by_decorator(model, x):
    return model(x)


def predict_by_switch(model, x):
    with torch.set_grad_enabled(False):
        y = model(x)
    return y.requires_grad_()
