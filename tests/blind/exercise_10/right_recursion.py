"""Right: recursion over the rows."""
import torch


def rows(ys, z):
    if not ys:
        return []
    head, *tail = ys
    return [torch.autograd.grad(head, z, retain_graph=True)[0]] + rows(tail, z)


def jacobian(f, x):
    z = x.detach().clone().requires_grad_()
    return torch.stack(rows(list(f(z).unbind()), z))
