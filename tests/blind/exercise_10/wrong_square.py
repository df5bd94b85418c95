"""Wrong: takes m to be n."""
import torch


def jacobian(f, x):
    z = x.detach().clone().requires_grad_()
    y = f(z)
    J = torch.zeros(len(x), len(x), dtype=x.dtype)
    for i in range(min(len(x), len(y))):
        J[i] = torch.autograd.grad(y[i], z, retain_graph=True)[0]
    return J
