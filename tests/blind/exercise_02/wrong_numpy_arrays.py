"""Wrong: gradients_of_two returns NumPy arrays; the contract says tensors."""
import torch


def gradient_of_sum(x):
    return 2 * x.detach()


def gradient_of_mean(x):
    return 2 * x.detach() / x.numel()


def gradients_of_two(x1, x2):
    a, b = x1.detach().numpy(), x2.detach().numpy()
    return 2 * a + b, 2 * b + a
