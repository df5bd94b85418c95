"""Wrong: the gradient of the mean is that of the sum."""
import torch


def gradient_of_sum(x):
    (x**2 + 10).sum().backward()
    return x.grad


gradient_of_mean = gradient_of_sum


def gradients_of_two(x1, x2):
    (x1**2 + x2**2 + x1 * x2).sum().backward()
    return x1.grad, x2.grad
