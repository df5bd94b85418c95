"""The parameters no longer require grad

With `requires_grad_(False)` on every parameter nothing is recorded any more, unless `x` requires grad. But the flag
belongs to the parameters, not to this one call: after it the model cannot be trained, because `backward()` finds no
leaf to write to. And even while the model runs, gradients are on.

There is a switch for what autograd does, and a flag for what a tensor is. A prediction changes nothing about what the
parameters are.
"""

import torch


def predict(model, x):
    for parameter in model.parameters():
        parameter.requires_grad_(False)
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
