"""`predict_by_switch` leaves gradients off

`torch.set_grad_enabled(False)` holds until somebody moves the switch again, also after your function has returned.
The prediction is right, and the next training step, perhaps far away, finds that its loss does not require grad.

Nobody moves the switch back where the lines for it come after a `return`; and who asks how it stood only after moving
it gets the answer "off", and puts that back.
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
    return model(x)
