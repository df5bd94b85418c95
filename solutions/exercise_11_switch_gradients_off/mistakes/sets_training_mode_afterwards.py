"""Your functions put the model into evaluation mode, and then into training mode

`model.eval()` and `model.train()` set the flag `training` of the model *and of all of its parts*. The first changes
what the model computes, so the predictions are not those of the model as it was found. The second does not undo the
first: a part that the caller had put into evaluation mode is in training mode afterwards.

The flag has nothing to do with gradients, so there is no need to touch it.
"""

import torch


def predict(model, x):
    model.eval()
    with torch.no_grad():
        y = model(x)
    model.train()
    return y


@torch.no_grad()
def predict_by_decorator(model, x):
    model.eval()
    y = model(x)
    model.train()
    return y


def predict_by_switch(model, x):
    model.eval()
    before = torch.is_grad_enabled()
    torch.set_grad_enabled(False)
    try:
        y = model(x)
        model.train()
        return y
    finally:
        torch.set_grad_enabled(before)
