"""Right: torch.func.grad over two arguments, off the leaves."""
import torch


def gradients(x, w, b):
    def z(w_, b_):
        return (w_ * x + b_).squeeze()

    return torch.func.grad(z, argnums=(0, 1))(w.detach(), b.detach())
