"""Your second derivative works only for an `x` that requires grad

It differentiates with respect to the tensor that it is given. If the caller's tensor does not require grad, nothing
that `f` computes from it is recorded, and the first pass finds no graph at all.

Whether `x` requires grad is the caller's affair. What your function needs, it can provide by itself.
"""

import torch


def second_derivative(f, x):
    (first,) = torch.autograd.grad(f(x).sum(), x, create_graph=True)
    (second,) = torch.autograd.grad(first.sum(), x)
    return second


def gradient_penalty(critic, x):
    x = x.detach().requires_grad_()
    (gradient,) = torch.autograd.grad(critic(x).sum(), x, create_graph=True)
    return (gradient.norm(dim=1) - 1).square().mean()
