"""Right: DLPack for the shared ones, empty_like and copy_ for the copy."""
import numpy as np
import torch
import torch.utils.dlpack


def to_numpy(t):
    return np.from_dlpack(t.detach())


def snapshot(t):
    with torch.no_grad():
        result = torch.empty_like(t, requires_grad=False)
        result.copy_(t)
    return result


def shared_view(t):
    return torch.utils.dlpack.from_dlpack(torch.utils.dlpack.to_dlpack(t.detach()))
