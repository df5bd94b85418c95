"""Right: the columns, by differentiating v @ J with respect to v."""
import torch


def jacobian(f, x):
    z = x.detach().clone().requires_grad_()
    y = f(z)
    v = torch.zeros_like(y, requires_grad=True)
    (g,) = torch.autograd.grad(y, z, v, create_graph=True)
    columns = [torch.autograd.grad(gj, v, retain_graph=True)[0] for gj in g]
    return torch.stack(columns, dim=1)
