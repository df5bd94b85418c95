"""Wrong: returns the one-element tuple of autograd.grad; the contract says a tensor."""
import torch


def gradient_of_sum(x):
    return torch.autograd.grad((x**2 + 10).sum(), x)


def gradient_of_mean(x):
    return torch.autograd.grad((x**2 + 10).mean(), x)


def gradients_of_two(x1, x2):
    return torch.autograd.grad((x1**2 + x2**2 + x1 * x2).sum(), (x1, x2))
