"""Wrong: copy.copy of a detached tensor shares its memory."""
import copy

import torch


def to_numpy(t):
    return t.detach().numpy()


def snapshot(t):
    return copy.copy(t.detach())


def shared_view(t):
    return t.detach()
