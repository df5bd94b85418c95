"""Wrong: right values, but dz/dw is found by dividing and requires grad; a returned gradient is plain."""
import torch


def gradients(x, w, b):
    z = w * x + b
    return (z - b) / w, torch.ones_like(b)
