"""Wrong: the mean divides by a hard-coded 5; n is x's size."""
import torch


def gradient_of_sum(x):
    return 2 * x.detach()


def gradient_of_mean(x):
    return 2 * x.detach() / 5


def gradients_of_two(x1, x2):
    x1, x2 = x1.detach(), x2.detach()
    return 2 * x1 + x2, 2 * x2 + x1
