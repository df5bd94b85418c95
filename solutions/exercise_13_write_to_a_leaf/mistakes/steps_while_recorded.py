"""`descend_` writes into the leaf while gradients are on

torch refuses. If this were allowed, the leaf would become the result of a subtraction, and the next gradient would
have no leaf to arrive at.

The step is no part of the loss; it comes between one loss and the next. What comes between is not to be recorded.
"""

import torch


def assign_(p, value):
    with torch.no_grad():
        p.copy_(value)


def descend_(p, lr):
    p -= lr * p.grad
