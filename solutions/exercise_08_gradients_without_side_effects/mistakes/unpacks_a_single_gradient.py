"""Your result for a single input is a tensor, not a tuple

A caller who writes `for gradient in pure_gradients(...)`, or takes `[0]`, now walks along the rows of a gradient.
What is returned should have the same form however many inputs there are; that there is one is no exception.
"""

import torch


def pure_gradients(f, *inputs):
    gradients = torch.autograd.grad(f(*inputs), inputs)
    return gradients[0] if len(gradients) == 1 else gradients
