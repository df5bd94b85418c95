"""Wrong: torch.vmap, which the text forbids."""
import torch


def jacobian(f, x):
    z = x.detach().clone().requires_grad_()
    y = f(z)
    pull = lambda v: torch.autograd.grad(y, z, v, retain_graph=True)[0]
    return torch.vmap(pull)(torch.eye(len(y), dtype=y.dtype))
