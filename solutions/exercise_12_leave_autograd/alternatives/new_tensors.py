"""Builds new tensors: one filled with the values, one set to the storage of `t` with its strides."""

import numpy as np
import torch as th


def to_numpy(t):
    return np.from_dlpack(t.detach())


def snapshot(t):
    copy = th.empty(t.shape, dtype=t.dtype)
    copy.copy_(t.detach())
    return copy


def shared_view(t):
    return th.empty(0, dtype=t.dtype).set_(t.untyped_storage(), t.storage_offset(), t.size(), t.stride())
