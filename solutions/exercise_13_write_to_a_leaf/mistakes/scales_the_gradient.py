"""`descend_` multiplies the gradient by the learning rate in place

The step is right. But `p.grad.mul_(lr)` and `p.grad *= lr` write the product over the gradient, so `p.grad` is not
the gradient of the loss any more, and another `backward()` would add to something that is neither.

The gradient is there to be read. The product can be a tensor of its own.
"""

import torch


def assign_(p, value):
    with torch.no_grad():
        p.copy_(value)


def descend_(p, lr):
    with torch.no_grad():
        p.sub_(p.grad.mul_(lr))
