"""Wrong: the function of two is reduced by the mean; the contract says the sum."""
import torch


def gradient_of_sum(x):
    (x**2 + 10).sum().backward()
    return x.grad


def gradient_of_mean(x):
    (x**2 + 10).mean().backward()
    return x.grad


def gradients_of_two(x1, x2):
    (x1**2 + x2**2 + x1 * x2).mean().backward()
    return x1.grad, x2.grad
