"""Your result has the gradient of the first input alone

`torch.autograd.grad` returns one gradient for each tensor that it is asked for, always as a tuple. You asked for
one, or kept one. The others are missing.
"""

import torch


def pure_gradients(f, *inputs):
    return torch.autograd.grad(f(*inputs), inputs[0])
