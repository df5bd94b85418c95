"""Wrong: names the last operation of f whenever x's gradient has a NaN."""
import torch


def nan_operation(f, x):
    x = x.detach().clone().requires_grad_()
    out = f(x)
    out.sum().backward()
    return out.grad_fn.name() if x.grad.isnan().any() else None


def safe_norm(x):
    squares = (x * x).sum(1)
    zero = squares == 0
    return torch.where(zero, 0.0, torch.sqrt(torch.where(zero, 1.0, squares)))
