"""Unclear: the model runs twice; the contract does not say how often."""
import torch


def predict(model, x):
    with torch.no_grad():
        model(x)
        return model(x)


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
