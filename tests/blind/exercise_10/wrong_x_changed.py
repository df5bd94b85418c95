"""Wrong: x is zeroed at the end; its values are left as found."""
import torch


def jacobian(f, x):
    z = x.detach().clone().requires_grad_()
    J = torch.stack([torch.autograd.grad(o, z, retain_graph=True)[0] for o in f(z)])
    x.zero_()
    return J
