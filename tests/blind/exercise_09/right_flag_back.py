"""Right: x itself requires grad for a while, and the flag is put back."""
import torch


def vjp(f, x, v):
    x.requires_grad_(True)
    try:
        (g,) = torch.autograd.grad(f(x), x, v)
    finally:
        x.requires_grad_(False)
    return g
