"""Lets `torch.func.grad` differentiate functions that return a scalar."""

from torch.func import grad


def gradient_of_sum(x):
    return grad(lambda x: (x**2 + 10).sum())(x.detach())


def gradient_of_mean(x):
    return grad(lambda x: (x**2 + 10).mean())(x.detach())


def gradients_of_two(x1, x2):
    total = lambda x1, x2: (x1**2 + x2**2 + x1 * x2).sum()
    return grad(total, argnums=(0, 1))(x1.detach(), x2.detach())
