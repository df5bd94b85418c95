"""Your penalty adds to the `.grad` of the critic's parameters

`backward()` goes all the way to every leaf: you wanted the gradient with respect to `x`, and the parameters got theirs
as well. That gradient, of the sum of all scores, belongs to no loss. The next step of the critic's optimizer would
follow it all the same.

There is a way to ask for the gradient with respect to one tensor only, which leaves every `.grad` alone.
"""

import torch


def second_derivative(f, x):
    x = x.detach().requires_grad_()
    (first,) = torch.autograd.grad(f(x).sum(), x, create_graph=True)
    (second,) = torch.autograd.grad(first.sum(), x)
    return second


def gradient_penalty(critic, x):
    x = x.detach().requires_grad_()
    critic(x).sum().backward(create_graph=True)
    return (x.grad.norm(dim=1) - 1).square().mean()
