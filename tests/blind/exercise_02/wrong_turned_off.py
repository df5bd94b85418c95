"""Wrong: the leaves do not require grad afterwards (detach_ on the argument)."""
import torch


def gradient_of_sum(x):
    (x**2 + 10).sum().backward()
    g = x.grad
    x.detach_()
    return g


def gradient_of_mean(x):
    (x**2 + 10).mean().backward()
    g = x.grad
    x.detach_()
    return g


def gradients_of_two(x1, x2):
    (x1**2 + x2**2 + x1 * x2).sum().backward()
    return x1.grad, x2.grad
