"""Wrong: torch.func, which the text forbids."""
import torch


def jacobian(f, x):
    return torch.func.jacrev(f)(x)
