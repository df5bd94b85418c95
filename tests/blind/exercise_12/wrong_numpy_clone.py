"""Wrong: to_numpy shares the memory of a clone."""
import torch


def to_numpy(t):
    return t.detach().clone().numpy()


def snapshot(t):
    return t.detach().clone()


def shared_view(t):
    return t.detach()
