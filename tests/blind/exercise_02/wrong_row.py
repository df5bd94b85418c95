"""Wrong: gradients of shape (1, n), the Jacobian of a function of shape (1,)."""
import torch
from torch.autograd.functional import jacobian


def gradient_of_sum(x):
    return jacobian(lambda p: (p**2 + 10).sum(0, keepdim=True), x)


def gradient_of_mean(x):
    return jacobian(lambda p: (p**2 + 10).mean(0, keepdim=True), x)


def gradients_of_two(x1, x2):
    return jacobian(lambda p, q: (p**2 + q**2 + p * q).sum(0, keepdim=True), (x1, x2))
