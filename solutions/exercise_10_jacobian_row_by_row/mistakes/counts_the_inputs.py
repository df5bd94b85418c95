"""Your loop runs over the inputs instead of the outputs

There is one row for each element of `y`, but yours are counted by `x`. With more inputs than outputs the loop runs
into elements that do not exist; with fewer, rows are missing. Only where both are equally many it comes out right.

Each round starts at one element of the result and finds the derivatives with respect to all inputs.
"""

import torch


def jacobian(f, x):
    leaf = x.detach().clone().requires_grad_()
    y = f(leaf)
    rows = [torch.autograd.grad(y[i], leaf, retain_graph=True)[0] for i in range(len(x))]
    return torch.stack(rows)
