"""Right: a decorator turns a scalar function into its gradient."""
import functools

import torch

CONSTANT = 10


def gradient(fn):
    @functools.wraps(fn)
    def wrapped(*leaves):
        with torch.enable_grad():
            value = fn(*leaves)
        out = torch.autograd.grad(value, leaves)
        return out if len(out) > 1 else out[0]

    return wrapped


@gradient
def gradient_of_sum(x):
    return torch.sum(x**2 + CONSTANT)


@gradient
def gradient_of_mean(x):
    return torch.mean(x**2 + CONSTANT)


@gradient
def gradients_of_two(x1, x2):
    return (x1**2 + x2**2 + x1 * x2).sum()
