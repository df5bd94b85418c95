"""Your functions also put the model into evaluation mode

Gradients are off while the model runs, as they should be. But `model.eval()` sets the flag `training` of the model
and of all of its parts, and parts that look at it compute something else. So the predictions are not `model(x)` as
the model was found, and the caller gets the model back in another mode.

Whether a model trains or is evaluated is decided by whoever calls your function. Nothing about gradients depends on
it.
"""

import torch


def predict(model, x):
    model.eval()
    with torch.no_grad():
        return model(x)


@torch.no_grad()
def predict_by_decorator(model, x):
    model.eval()
    return model(x)


def predict_by_switch(model, x):
    model.eval()
    before = torch.is_grad_enabled()
    torch.set_grad_enabled(False)
    try:
        return model(x)
    finally:
        torch.set_grad_enabled(before)
