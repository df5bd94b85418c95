"""Right: fills an empty matrix; the loop frees the graph at the last row."""
import torch


def jacobian(f, x):
    x.requires_grad_(True)
    y = f(x)
    m, n = y.shape[0], x.shape[0]
    J = torch.empty(m, n, dtype=x.dtype)
    for i in range(m):
        J[i] = torch.autograd.grad(y[i], x, retain_graph=i < m - 1)[0]
    x.requires_grad_(False)
    return J
