"""Right: a beginner's three functions with backward()."""
import torch


def gradient_of_sum(x):
    f = x**2 + 10
    s = f.sum()
    s.backward()
    return x.grad


def gradient_of_mean(x):
    f = x**2 + 10
    m = f.mean()
    m.backward()
    return x.grad


def gradients_of_two(x1, x2):
    f = x1**2 + x2**2 + x1 * x2
    s = f.sum()
    s.backward()
    return x1.grad, x2.grad
