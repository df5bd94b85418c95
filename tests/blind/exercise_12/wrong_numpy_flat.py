"""Wrong: to_numpy returns the array flattened."""
import torch


def to_numpy(t):
    return t.detach().numpy().reshape(-1)


def snapshot(t):
    return t.detach().clone()


def shared_view(t):
    return t.detach()
