"""`descend_` computes the new values and gives the name `p` to them, and the leaf stays as it was

`p - lr * p.grad` is a new tensor, and `p = ...` makes your function call it `p`. The caller's leaf is still where it
was, so the loss will not fall however many steps are taken. `p = p - ...` and `p -= ...` look like the same thing
said twice; the first makes a tensor, the second writes into one.

Who holds the leaf, and how would they get to see your new tensor?
"""

import torch


def assign_(p, value):
    with torch.no_grad():
        p.copy_(value)


def descend_(p, lr):
    with torch.no_grad():
        p = p - lr * p.grad
