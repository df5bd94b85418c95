"""Right: a hook on the output replaces a gradient of ones by v."""
import torch


def vjp(f, x, v):
    z = x.detach().clone().requires_grad_()
    out = f(z) * 1.0
    out.register_hook(lambda ones: v)
    out.sum().backward()
    return z.grad.clone()
