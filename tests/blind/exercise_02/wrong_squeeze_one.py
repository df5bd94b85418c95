"""Wrong: squeeze() makes the gradient of a leaf of shape (1,) a scalar; it has x's shape for every n."""
import torch


def gradient_of_sum(x):
    return torch.autograd.grad((x**2 + 10).sum(), x)[0].squeeze()


def gradient_of_mean(x):
    return torch.autograd.grad((x**2 + 10).mean(), x)[0].squeeze()


def gradients_of_two(x1, x2):
    g1, g2 = torch.autograd.grad((x1**2 + x2**2 + x1 * x2).sum(), (x1, x2))
    return g1.squeeze(), g2.squeeze()
