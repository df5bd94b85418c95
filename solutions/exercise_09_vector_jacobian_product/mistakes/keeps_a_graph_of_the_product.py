"""Your result has a graph of its own

With `create_graph=True` the backward pass is recorded as well, so that its result can be differentiated again. So
the product requires grad, and keeps all that it was computed from in memory.

For a product that nobody will differentiate, the pass need not be recorded.
"""

import torch


def vjp(f, x, v):
    leaf = x.detach().clone().requires_grad_()
    return torch.autograd.grad(f(leaf), leaf, v, create_graph=True)[0]
