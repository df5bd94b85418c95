"""Unclear: another exception in place of the model's; must the same one come out?"""
import torch


def predict(model, x):
    with torch.no_grad():
        return model(x)


@torch.no_grad()
def predict_by_decorator(model, x):
    return model(x)


def predict_by_switch(model, x):
    try:
        with torch.set_grad_enabled(False):
            return model(x)
    except Exception as error:
        raise RuntimeError("the model failed") from error
