"""Right: a product with zero-gradient parts and hooks that replace the gradient."""
import torch


def ste_round(x):
    y = x * 1.0
    with torch.no_grad():
        step = torch.round(y) - y
    return y + step


def clipped_ste_sign(x):
    y = x * 1.0
    inside = (x.detach() >= -1) & (x.detach() <= 1)
    if y.requires_grad:
        y.register_hook(lambda g: torch.where(inside, g, torch.zeros_like(g)))
    return y + (torch.sign(y) - y).detach()
