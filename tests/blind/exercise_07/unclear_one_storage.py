"""Unclear: three entries of one tensor; no memory overlaps, but the storage is one: is that sharing?"""
import torch


def path_gradients(x):
    d = (1 - 2 * x).detach()
    return torch.stack([2 * d, -2 * d, -4 * d]).unbind()
