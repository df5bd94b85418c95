"""Your function scales `v` to length one

`v` is a weight for each output, not just a direction: twice the `v` gives twice the result. That holds also where
`v` has a single element.
"""

import torch


def vjp(f, x, v):
    leaf = x.detach().clone().requires_grad_()
    return torch.autograd.grad(f(leaf), leaf, v / v.norm())[0]
