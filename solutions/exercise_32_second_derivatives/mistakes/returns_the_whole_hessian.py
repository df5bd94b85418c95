"""Your function returns a matrix of second derivatives

The Hessian holds the derivative with respect to each pair of elements. Since `f` works element by element, no element
has anything to do with another, and all of the matrix is zero but its diagonal.

One number for each element of `x` is asked for, and there is a way to get them that never computes the zeros.
"""

import torch


def second_derivative(f, x):
    return torch.autograd.functional.hessian(lambda z: f(z).sum(), x.detach())


def gradient_penalty(critic, x):
    x = x.detach().requires_grad_()
    (gradient,) = torch.autograd.grad(critic(x).sum(), x, create_graph=True)
    return (gradient.norm(dim=1) - 1).square().mean()
