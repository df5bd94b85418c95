"""Your function calls `f` once more than it needs

One call is for the result that gradients come from, and another is only to see its values or its shape. What `f`
returns in the first can be looked at as well.
"""

import torch


def vjp(f, x, v):
    assert f(x).shape == v.shape
    leaf = x.detach().clone().requires_grad_()
    return torch.autograd.grad(f(leaf), leaf, v)[0]
