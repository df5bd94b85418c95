"""Your functions leave gradients off

`torch.set_grad_enabled(False)` holds until somebody moves the switch again. The leaf has its new values, but the next
loss is not recorded, and its `backward()` fails with a message that says nothing about where the cause is.

What is off for the change alone must be as it was before when the function returns.
"""

import torch


def assign_(p, value):
    torch.set_grad_enabled(False)
    p.copy_(value)


def descend_(p, lr):
    torch.set_grad_enabled(False)
    p -= lr * p.grad
