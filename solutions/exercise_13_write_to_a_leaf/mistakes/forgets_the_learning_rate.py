"""`descend_` subtracts the whole gradient

The direction is right, the length is not: `lr` does not enter. A gradient says how steep the loss is just here. How
far one can trust that is what the learning rate says, and a step that is too long ends higher than it began.

Which of the arguments has your step not used?
"""

import torch


def assign_(p, value):
    with torch.no_grad():
        p.copy_(value)


def descend_(p, lr):
    with torch.no_grad():
        p -= p.grad
