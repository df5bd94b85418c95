"""`predict_by_switch` ends with gradients on, however they were before

Even if the model raises, gradients are on after your function. That is right if they were on before the call. If they
were off, your function has switched them on for a caller who wanted them off.

To put something back is not the same as to set it to what it usually is.
"""

import torch


def predict(model, x):
    with torch.no_grad():
        return model(x)


@torch.no_grad()
def predict_by_decorator(model, x):
    return model(x)


def predict_by_switch(model, x):
    torch.set_grad_enabled(False)
    try:
        return model(x)
    finally:
        torch.set_grad_enabled(True)
