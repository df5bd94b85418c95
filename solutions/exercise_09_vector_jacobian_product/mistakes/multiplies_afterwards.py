"""Your function multiplies by `v` when the rows are already added up

The backward pass from a sum has mixed the outputs: what arrives at `x` has one number for each *input*, and `v` has
one for each *output*. Where their numbers differ, the product fails; where they agree, it is a number of no
meaning.

The weights have to be in place when the pass starts.
"""

import torch


def vjp(f, x, v):
    leaf = x.detach().clone().requires_grad_()
    (gradient,) = torch.autograd.grad(f(leaf).sum(), leaf)
    return gradient * v
