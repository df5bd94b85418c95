"""Unclear: both return p; the signature says None."""
import torch


def assign_(p, value):
    p.data.copy_(value)
    return p


def descend_(p, lr):
    p.data.sub_(lr * p.grad)
    return p
