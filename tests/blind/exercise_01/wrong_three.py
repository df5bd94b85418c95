"""Wrong: returns three gradients, dz/dx too; the contract says two."""
import torch


def gradients(x, w, b):
    x2 = x.clone().requires_grad_()
    z = w * x2 + b
    return torch.autograd.grad(z, (w, b, x2))
