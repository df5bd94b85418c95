"""Your function fails as soon as an input is not used

`torch.autograd.grad` raises an error where the loss does not depend on an input. It takes this for a mistake, and
usually it is one: somebody detached something, or asked for the wrong tensor.

Here it is meant, and the function has an argument by which you can say so.
"""

import torch


def gradients_or_zeros(loss, inputs):
    return torch.autograd.grad(loss, tuple(inputs))
