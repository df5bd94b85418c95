"""The product comes with a graph of its own

The numbers are right, but the result requires grad: the second pass was recorded as well. That would be needed to
differentiate the product in turn. As it is, the record keeps both passes in memory for as long as the result lives.

Of your two passes, only one has a result that is differentiated.
"""

import torch


def hvp(f, x, v):
    x = x.detach().requires_grad_()
    (gradient,) = torch.autograd.grad(f(x), x, create_graph=True)
    (product,) = torch.autograd.grad(gradient, x, v, create_graph=True)
    return product
