"""Your tuple is too short: inputs that are not used are left out

There are as many results as there are gradients, not as many as there are inputs. So nobody can tell any more to
which input a gradient belongs: the second one may be that of the third input.

Each place in the tuple is to stand for the same place in `inputs`.
"""

import torch


def gradients_or_zeros(loss, inputs):
    found = torch.autograd.grad(loss, inputs, allow_unused=True)
    return tuple(gradient for gradient in found if gradient is not None)
