"""Right: the foreach functions and torch.sub with out."""
import torch


@torch.no_grad()
def assign_(p, value):
    torch._foreach_copy_([p], [value])


@torch.no_grad()
def descend_(p, lr):
    torch.sub(p, p.grad, alpha=lr, out=p)
