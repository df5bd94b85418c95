"""Wrong: right gradients, but x requires grad afterwards, which the contract rules out."""
import torch


def gradients(x, w, b):
    x.requires_grad_()
    z = w * x + b
    return torch.autograd.grad(z, (w, b))
