"""Wrong: shared_view copies where the tensor is not contiguous."""
import torch


def to_numpy(t):
    return t.detach().numpy()


def snapshot(t):
    return t.detach().clone()


def shared_view(t):
    return t.detach().reshape(-1).reshape(t.shape)
