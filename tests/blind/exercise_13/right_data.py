"""Right: through .data."""
import torch


def assign_(p, value):
    p.data[...] = value.data


def descend_(p, lr):
    p.data.sub_(p.grad, alpha=lr)
