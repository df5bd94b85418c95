"""Wrong: the gradient loses its sign (2|x|)."""
import torch


def gradient_of_sum(x):
    return 2 * x.detach().abs()


def gradient_of_mean(x):
    return 2 * x.detach() / x.numel()


def gradients_of_two(x1, x2):
    a, b = x1.detach(), x2.detach()
    return 2 * a + b, 2 * b + a
