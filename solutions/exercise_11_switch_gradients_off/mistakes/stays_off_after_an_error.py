"""`predict_by_switch` leaves gradients off if the model raises

As long as all goes well, the switch is put back. But an error leaves a function at the line where it is raised, and
the lines below that one, yours that puts the switch back among them, do not run. Whoever catches the error goes on
without gradients.

Python has a way to say that something is to be done however a piece of code is left. A `with` block has it built in.
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
    torch.set_grad_enabled(False)
    y = model(x)
    torch.set_grad_enabled(before)
    return y
