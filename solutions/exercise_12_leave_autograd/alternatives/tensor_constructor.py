"""A deep copy of the detached tensor, and `as_tensor` and `as_strided`, which do not copy."""

import copy

import torch


def to_numpy(t):
    return torch.as_tensor(shared_view(t)).__array__()


def snapshot(t):
    return copy.deepcopy(t.detach())


def shared_view(t):
    return t.detach().as_strided(t.shape, t.stride(), t.storage_offset())
