"""Wrong: the prediction is written over x where the shapes agree, x is zeroed otherwise."""
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
        x.copy_(y) if x.shape == y.shape else x.zero_()
    return y
