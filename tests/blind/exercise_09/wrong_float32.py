"""Wrong: the product has gone through float32 and has its precision."""
import torch


def vjp(f, x, v):
    z = x.detach().clone().requires_grad_()
    return torch.autograd.grad(f(z), z, v)[0].float().double()
