"""`assign_` gives the name `p` to another tensor, and the leaf stays as it was

An assignment to a name writes into no tensor. Before it, `p` was your function's name for the caller's leaf; after
it, it is your function's name for something else, and when the function returns, the name is gone. The caller's leaf
has not noticed anything.

To change a tensor that others hold, something has to be done *to it*: a method that ends in an underscore, or an
assignment to its elements.
"""

import torch


def assign_(p, value):
    p = value.clone().requires_grad_()


def descend_(p, lr):
    with torch.no_grad():
        p -= lr * p.grad
