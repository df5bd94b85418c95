"""Your second derivative leaves `x` requiring grad

`requires_grad_()` changes the tensor it is called on, and this one belongs to the caller. From now on everything that
the caller computes from `x` is recorded, and the caller did not ask for that.

You do need a tensor that requires grad. It only has to have the same values, it need not be the same tensor.
"""

import torch


def second_derivative(f, x):
    x.requires_grad_()
    (first,) = torch.autograd.grad(f(x).sum(), x, create_graph=True)
    (second,) = torch.autograd.grad(first.sum(), x)
    return second


def gradient_penalty(critic, x):
    x = x.detach().requires_grad_()
    (gradient,) = torch.autograd.grad(critic(x).sum(), x, create_graph=True)
    return (gradient.norm(dim=1) - 1).square().mean()
