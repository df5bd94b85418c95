"""Wrong: z is computed in x's memory, so the argument x is changed."""
import torch


def gradients(x, w, b):
    dw = x.clone()
    x.mul_(w.detach()).add_(b.detach())
    return dw, torch.ones_like(x)
