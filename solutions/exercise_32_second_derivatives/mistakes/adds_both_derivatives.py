"""Your result is the sum of the first and the second derivative

Both passes end in the same `.grad`, and `backward()` adds to what it finds. After the first pass the first derivative
is there; the second pass adds the second derivative to it.

A `.grad` that has been read is stale, also within one function. It has to be cleared between the passes, or not be
used at all.
"""

import torch


def second_derivative(f, x):
    x = x.detach().requires_grad_()
    f(x).sum().backward(create_graph=True)
    first = x.grad
    first.sum().backward()
    return x.grad.detach()


def gradient_penalty(critic, x):
    x = x.detach().requires_grad_()
    (gradient,) = torch.autograd.grad(critic(x).sum(), x, create_graph=True)
    return (gradient.norm(dim=1) - 1).square().mean()
