"""Wrong: one call of f more, to learn m."""
import torch


def jacobian(f, x):
    with torch.no_grad():
        m = f(x).numel()
    z = x.detach().clone().requires_grad_()
    y = f(z)
    return torch.stack([torch.autograd.grad(y[i], z, retain_graph=True)[0] for i in range(m)])
