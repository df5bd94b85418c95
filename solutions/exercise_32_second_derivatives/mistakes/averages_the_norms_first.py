"""Your penalty looks at the mean of the norms

It takes the mean over the batch first, and then the distance of that mean from 1. Half of the samples with norm 2 and
half with norm 0 have a mean of 1, so your penalty is 0, and not one of the samples is as it should be.

Mean and square do not change places without changing the result.
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
    return (gradient.norm(dim=1).mean() - 1).square()
