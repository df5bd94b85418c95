"""Wrong: calls f once for each component of the output, and once to learn m."""
import torch


def vjp(f, x, v):
    z = x.detach().clone().requires_grad_()
    m = f(z).numel()
    return sum(v[i] * torch.autograd.grad(f(z)[i], z)[0] for i in range(m))
