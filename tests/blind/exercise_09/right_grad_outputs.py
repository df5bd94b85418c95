"""Right: autograd.grad with grad_outputs on a detached alias."""
import torch


def vjp(f, x, v):
    z = x.detach().requires_grad_()
    return torch.autograd.grad(f(z), z, grad_outputs=v)[0]
