"""Your matrix requires grad and has a graph of its own

`create_graph=True` also keeps the graph, so the second pass finds it. But it records the passes themselves as well,
so that the rows can be differentiated again, and all of it stays in memory as long as the matrix does.

Keeping a graph and making another are two wishes.
"""

import torch


def jacobian(f, x):
    leaf = x.detach().clone().requires_grad_()
    y = f(leaf)
    rows = [torch.autograd.grad(element, leaf, create_graph=True)[0] for element in y]
    return torch.stack(rows)
