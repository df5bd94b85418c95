"""`predict_by_decorator` runs the model with gradients on

A decorator covers the function right below it: from the moment when that function is called to the moment when it
returns. A function without one of its own is not covered, and what a caller does with what was returned to it is done
after that, with gradients on again.

Look for the place where `model` and `x` come together. Is it in a decorated function, or in one that stands beside
it?
"""

import torch


def predict(model, x):
    with torch.no_grad():
        return model(x)


@torch.no_grad()
def without_gradients(model):
    return model


def predict_by_decorator(model, x):
    return without_gradients(model)(x)


def predict_by_switch(model, x):
    before = torch.is_grad_enabled()
    torch.set_grad_enabled(False)
    try:
        return model(x)
    finally:
        torch.set_grad_enabled(before)
