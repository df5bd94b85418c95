"""Wrong: the mean leaves the global grad mode off."""
import torch


def gradient_of_sum(x):
    (x**2 + 10).sum().backward()
    return x.grad


def gradient_of_mean(x):
    torch.set_grad_enabled(False)
    return 2 * x / x.numel()


def gradients_of_two(x1, x2):
    with torch.enable_grad():
        (x1**2 + x2**2 + x1 * x2).sum().backward()
    return x1.grad, x2.grad
