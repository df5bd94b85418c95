"""Your gradients come in the reverse order of the inputs

Each gradient is right, but the first one belongs to the last input. Where all inputs have one shape, nobody would
notice from the shapes.
"""

import torch


def pure_gradients(f, *inputs):
    return torch.autograd.grad(f(*inputs), inputs[::-1])
