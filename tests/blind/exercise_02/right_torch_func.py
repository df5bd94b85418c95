"""Right: torch.func.grad at detached points."""
import torch
from torch.func import grad


def f(x):
    return x**2 + 10


def gradient_of_sum(x):
    return grad(lambda p: f(p).sum())(x.detach())


def gradient_of_mean(x):
    return grad(lambda p: f(p).mean())(x.detach())


def gradients_of_two(x1, x2):
    h = lambda p, q: torch.sum(p**2 + q**2 + p * q)
    return grad(h, argnums=(0, 1))(x1.detach(), x2.detach())
