"""Unclear: off the graph of t, but a new leaf that requires grad; the text rules that out for snapshot alone."""
import torch


def to_numpy(t):
    return t.detach().numpy()


def snapshot(t):
    return t.detach().clone()


def shared_view(t):
    return t.detach().requires_grad_()
