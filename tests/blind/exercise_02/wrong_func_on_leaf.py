"""Wrong: torch.func.grad on the leaf itself gives gradients that require grad; a returned gradient is plain."""
import torch


def gradient_of_sum(x):
    return torch.func.grad(lambda p: (p**2 + 10).sum())(x)


def gradient_of_mean(x):
    return torch.func.grad(lambda p: (p**2 + 10).mean())(x)


def gradients_of_two(x1, x2):
    return torch.func.grad(lambda p, q: (p**2 + q**2 + p * q).sum(), argnums=(0, 1))(x1, x2)
