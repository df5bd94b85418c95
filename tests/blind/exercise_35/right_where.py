"""Right: where picks x inside and its detached copy outside."""
import torch


def swap_value(carrier, value):
    """The carrier's gradient under another value."""
    carrier = carrier.clone()
    carrier.data.copy_(value)
    return carrier


def ste_round(x):
    return swap_value(x, x.detach().round())


def clipped_ste_sign(x):
    inside = torch.abs(x) <= 1
    return swap_value(torch.where(inside, x, x.detach()), torch.sign(x.detach()))
