"""`predict_by_switch` runs the model with gradients on

The argument of `torch.set_grad_enabled` is the state that you want: True means that gradients are recorded. And the
switch must stand there before the model is called; what was recorded until then is recorded.

Where does it stand at the moment when the model is called?
"""

import torch


def predict(model, x):
    with torch.no_grad():
        return model(x)


@torch.no_grad()
def predict_by_decorator(model, x):
    return model(x)


def predict_by_switch(model, x):
    before = torch.is_grad_enabled()
    torch.set_grad_enabled(True)
    try:
        return model(x)
    finally:
        torch.set_grad_enabled(before)
