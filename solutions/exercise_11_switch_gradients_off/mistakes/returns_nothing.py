"""`predict_by_decorator` does not return the prediction

The model runs as it should, with gradients off, but the function ends without a `return`, so its result is None. A
decorator wraps what a function does; what the function returns is still its own affair.

What is computed and not returned is gone with the end of the function.
"""

import torch


def predict(model, x):
    with torch.no_grad():
        return model(x)


@torch.no_grad()
def predict_by_decorator(model, x):
    y = model(x)


def predict_by_switch(model, x):
    before = torch.is_grad_enabled()
    torch.set_grad_enabled(False)
    try:
        return model(x)
    finally:
        torch.set_grad_enabled(before)
