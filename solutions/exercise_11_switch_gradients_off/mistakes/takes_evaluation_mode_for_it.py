"""`predict` calls `model.eval()`, which does not switch gradients off

`model.eval()` sets the flag `training` of the model and of all of its parts to False. Some parts then compute
something else, so your prediction is another one, and so are those that come after it. To autograd the flag means
nothing: it goes on recording.

The two are often seen together, since whoever evaluates a model usually wants both. But the one says *what* is
computed, the other whether it is recorded.
"""

import torch


def predict(model, x):
    model.eval()
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
