"""Your function calls `f` once more, only to see how many outputs there are

The size of the result is known as soon as the one result that you need is there. Any further call costs a whole
forward pass.
"""

import torch


def jacobian(f, x):
    outputs = f(x).shape[0]
    leaf = x.detach().clone().requires_grad_()
    y = f(leaf)
    rows = [torch.autograd.grad(y[i], leaf, retain_graph=True)[0] for i in range(outputs)]
    return torch.stack(rows)
