"""Your penalty is a number that nothing can be learned from

Its value is right, but it does not require grad. The pass that computed the gradient of the scores was not recorded,
or its result was cut off from the graph. So the penalty does not know how it depends on the critic's parameters, and
in training it would change nothing.

The penalty is a loss that contains a gradient. Every step of its computation has to be recorded, that of the gradient
too.
"""

import torch


def second_derivative(f, x):
    x = x.detach().requires_grad_()
    (first,) = torch.autograd.grad(f(x).sum(), x, create_graph=True)
    (second,) = torch.autograd.grad(first.sum(), x)
    return second


def gradient_penalty(critic, x):
    x = x.detach().requires_grad_()
    (gradient,) = torch.autograd.grad(critic(x).sum(), x)
    return (gradient.norm(dim=1) - 1).square().mean()
