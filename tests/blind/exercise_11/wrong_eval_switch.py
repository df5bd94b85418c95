"""Wrong: predict_by_switch sets the model to eval mode."""
import torch


def predict(model, x):
    with torch.no_grad():
        return model(x)


@torch.no_grad()
def predict_by_decorator(model, x):
    return model(x)


def predict_by_switch(model, x):
    model.eval()
    with torch.set_grad_enabled(False):
        return model(x)
