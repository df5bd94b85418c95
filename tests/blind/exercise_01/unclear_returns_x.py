"""Unclear: returns the argument x itself as dz/dw; plain and not shared with another gradient, yet x's own memory."""
import torch


def gradients(x, w, b):
    return x, torch.ones_like(x)
