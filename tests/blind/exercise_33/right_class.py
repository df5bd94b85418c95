"""Right: an operator class that is made once and applied."""
import torch


class Hessian:
    """Acts like a matrix, holds none."""

    def __init__(self, f, x):
        with torch.enable_grad():
            self.x = x.detach().requires_grad_()
            self.g = torch.autograd.grad(f(self.x), self.x, create_graph=True)[0]

    def __matmul__(self, v):
        return torch.autograd.grad((self.g * v).sum(), self.x, retain_graph=True)[0]


def hvp(f, x, v):
    return Hessian(f, x) @ v
