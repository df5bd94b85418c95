"""Your function squares the first derivative

In the notation d²f/dx² the 2 says that the derivative is taken twice, one after the other. It is not a power: for
`x**3` the square of the first derivative is `9 * x**4`, while the second derivative is `6 * x`.

What is wanted is the derivative of a function that is itself a derivative.
"""

import torch


def second_derivative(f, x):
    x = x.detach().requires_grad_()
    (first,) = torch.autograd.grad(f(x).sum(), x)
    return first**2


def gradient_penalty(critic, x):
    x = x.detach().requires_grad_()
    (gradient,) = torch.autograd.grad(critic(x).sum(), x, create_graph=True)
    return (gradient.norm(dim=1) - 1).square().mean()
