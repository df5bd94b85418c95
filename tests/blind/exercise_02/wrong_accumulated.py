"""Wrong: sum and mean both run backward, so the mean's gradient holds the sum's too."""
import torch


def gradient_of_sum(x):
    (x**2 + 10).sum().backward()
    return x.grad


def gradient_of_mean(x):
    f = x**2 + 10
    f.sum().backward(retain_graph=True)
    f.mean().backward()
    return x.grad


def gradients_of_two(x1, x2):
    (x1**2 + x2**2 + x1 * x2).sum().backward()
    return x1.grad, x2.grad
