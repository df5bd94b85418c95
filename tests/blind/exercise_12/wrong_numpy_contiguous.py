"""Wrong: to_numpy copies where the tensor is not contiguous."""
import torch


def to_numpy(t):
    return t.detach().contiguous().numpy()


def snapshot(t):
    return t.detach().clone()


def shared_view(t):
    return t.detach()
