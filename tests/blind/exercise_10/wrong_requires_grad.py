"""Wrong: the Jacobian requires grad."""
import torch


def jacobian(f, x):
    z = x.detach().clone().requires_grad_()
    return torch.stack([torch.autograd.grad(o, z, create_graph=True)[0] for o in f(z)])
