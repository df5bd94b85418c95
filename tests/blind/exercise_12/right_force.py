"""Right: numpy(force=True), deepcopy, as_tensor."""
import copy

import torch


def to_numpy(t):
    return t.numpy(force=True)


def snapshot(t):
    return copy.deepcopy(t.detach())


def shared_view(t):
    return torch.as_tensor(to_numpy(t))
