"""Unclear: reaches torch.func by a string; must a check of the code see that?"""
import torch


def jacobian(f, x):
    return getattr(torch, "fu" + "nc").jacrev(f)(x)
