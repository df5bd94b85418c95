"""`predict_by_switch` ends with gradients on, however they were before, unless the model raises

`torch.set_grad_enabled(True)` in the end is right if gradients were on at the beginning. If they were off, your
function has switched them on: the caller, who had switched them off for a longer piece of work, now records again
without knowing it. And if the model raises, the line is never reached, so gradients stay off.

To put something back, you must know how it was. And what must happen in any case must not depend on nothing going
wrong before it.
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
    y = model(x)
    torch.set_grad_enabled(True)
    return y
