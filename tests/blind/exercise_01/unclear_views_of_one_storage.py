"""Unclear: two slices of one storage that do not overlap; do they share memory?"""
import torch


def gradients(x, w, b):
    both = torch.cat([x, torch.ones_like(x)])
    return both[:1], both[1:]
