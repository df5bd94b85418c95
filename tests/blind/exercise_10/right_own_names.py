"""Right: helpers of the student's own that are named func, vmap and functional."""
import torch


def vmap(row, items):
    return torch.stack([row(i) for i in items])


def jacobian(func, x):
    functional = x.detach().clone().requires_grad_()
    y = func(functional)
    return vmap(lambda yi: torch.autograd.grad(yi, functional, retain_graph=True)[0], y)
