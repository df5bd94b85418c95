"""Unclear: gradients_of_two returns the rows of one tensor; do rows that do not overlap share memory?"""
import torch


def gradient_of_sum(x):
    return 2 * x.detach()


def gradient_of_mean(x):
    return 2 * x.detach() / x.numel()


def gradients_of_two(x1, x2):
    a, b = x1.detach(), x2.detach()
    g = torch.stack([2 * a + b, 2 * b + a])
    return g[0], g[1]
