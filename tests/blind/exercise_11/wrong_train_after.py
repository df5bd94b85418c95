"""Wrong: predict_by_switch sets the model to training mode at the end."""
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
    model.train()
    return y
