"""Wrong: the gradient of the sum, times the sum of v."""
import torch


def vjp(f, x, v):
    z = x.detach().clone().requires_grad_()
    return torch.autograd.grad(f(z).sum(), z)[0] * v.sum()
