"""`predict` runs the model with gradients on

The model runs as it always does: everything is recorded, and the prediction requires grad. A line with
`torch.no_grad()` alone does nothing, because it only makes an object that *could* switch; a block does something for
what is computed inside it, and not for a line after it. Nor does it help to detach `x`: the model's parameters
require grad, too.

Where does the switch stand at the moment when the model is called?
"""

import torch


def predict(model, x):
    torch.no_grad()
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
