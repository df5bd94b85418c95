"""`shifted_square` changes `x` inside `torch.no_grad()`

`torch.no_grad()` lets you write to a leaf, because nothing is recorded inside it. The error is gone, and even the gradient
`2 * (x + 1)` comes out. But the values of `x` are no longer those that the caller passed: a second call would give a
different result, and every call moves `x` on by one.

`no_grad` is for changes that you want to keep, such as a step of gradient descent. Here `x + 1` is a value on the way,
and it needs a place of its own.
"""

import torch


def doubled_sigmoid(x):
    return 2 * torch.sigmoid(x)


def shifted_square(x):
    with torch.no_grad():
        x += 1
    return (x**2).sum()


def centred_rows(x):
    return x - x.mean(dim=1, keepdim=True)
