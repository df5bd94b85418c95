"""Wrong: calls f twice, first without gradients to compare its shape with v's."""
import torch


def vjp(f, x, v):
    with torch.no_grad():
        assert f(x).shape == v.shape
    z = x.detach().clone().requires_grad_()
    return torch.autograd.grad(f(z), z, v)[0]
