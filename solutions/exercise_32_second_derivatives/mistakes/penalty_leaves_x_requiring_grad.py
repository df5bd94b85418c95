"""Your penalty leaves the samples requiring grad

`requires_grad_()` changes the tensor it is called on, and these samples belong to the caller. Whatever is computed from
them later is recorded, and the next backward pass of the critic's loss gives them a `.grad` that nobody asked for.

A tensor with the same values will do, and it can be your own.
"""

import torch


def second_derivative(f, x):
    x = x.detach().requires_grad_()
    (first,) = torch.autograd.grad(f(x).sum(), x, create_graph=True)
    (second,) = torch.autograd.grad(first.sum(), x)
    return second


def gradient_penalty(critic, x):
    x.requires_grad_(True)
    (gradient,) = torch.autograd.grad(critic(x).sum(), x, create_graph=True)
    return (gradient.norm(dim=1) - 1).square().mean()
