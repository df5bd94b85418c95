"""The gradient has no graph to go back through

The second pass raises an error, because the gradient does not require grad: a backward pass is not recorded unless
you ask for it. Retaining the graph of `f` does not help either. That graph leads from `f(x)` to `x`; the one you need
leads from the gradient to `x`.

The last exercise had the same two passes.
"""

import torch


def hvp(f, x, v):
    x = x.detach().requires_grad_()
    (gradient,) = torch.autograd.grad(f(x), x, retain_graph=True)
    (product,) = torch.autograd.grad(gradient @ v, x)
    return product
