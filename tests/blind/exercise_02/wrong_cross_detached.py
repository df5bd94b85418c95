"""Wrong: the cross term's second factor is detached, so x2's gradient lacks x1."""
import torch


def gradient_of_sum(x):
    return torch.autograd.grad((x**2 + 10).sum(), x)[0]


def gradient_of_mean(x):
    return torch.autograd.grad((x**2 + 10).mean(), x)[0]


def gradients_of_two(x1, x2):
    return torch.autograd.grad((x1**2 + x2**2 + x1 * x2.detach()).sum(), (x1, x2))
