"""Wrong: the matrix begins as random numbers; the random state is left as found."""
import torch


def jacobian(f, x):
    z = x.detach().clone().requires_grad_()
    y = f(z)
    J = torch.rand(len(y), len(x), dtype=x.dtype)
    for i, o in enumerate(y):
        J[i] = torch.autograd.grad(o, z, retain_graph=True)[0]
    return J
