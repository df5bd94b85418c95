"""Wrong: create_graph in one function alone: the gradient of the mean requires grad."""
import torch


def gradient_of_sum(x):
    return torch.autograd.grad((x**2 + 10).sum(), x)[0]


def gradient_of_mean(x):
    return torch.autograd.grad((x**2 + 10).mean(), x, create_graph=True)[0]


def gradients_of_two(x1, x2):
    return torch.autograd.grad((x1**2 + x2**2 + x1 * x2).sum(), (x1, x2))
