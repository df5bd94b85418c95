"""Your penalty takes one norm for each feature, over the batch

The gradient has the shape `(batch, features)`. The dimension that you name in `norm` is the one that disappears, and
dimension 0 is the batch: what is left is one number for each feature, which mixes all samples.

What has to disappear is the other one.
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
    return (gradient.norm(dim=0) - 1).square().mean()
