"""Your penalty takes one norm of the whole batch

`norm()` without a dimension treats the gradients of all samples as a single long vector. Its length grows with the
batch, and one steep sample can make up for several flat ones.

Each sample should have a gradient of norm 1 by itself. So there are as many norms as samples, and the mean comes
last.
"""

import torch


def second_derivative(f, x):
    x = x.detach().requires_grad_()
    (first,) = torch.autograd.grad(f(x).sum(), x, create_graph=True)
    (second,) = torch.autograd.grad(first.sum(), x)
    return second


def gradient_penalty(critic, x):
    x = x.detach().requires_grad_()
    (gradient,) = torch.autograd.grad(critic(x).sum(), x, create_graph=True)
    return (gradient.norm() - 1).square().mean()
