"""Unclear: forward mode over a batch of duals is not named as forbidden, but needs one call of f per column."""
import torch
import torch.autograd.forward_ad as fwAD


def jacobian(f, x):
    columns = []
    with fwAD.dual_level():
        for e in torch.eye(len(x), dtype=x.dtype):
            columns.append(fwAD.unpack_dual(f(fwAD.make_dual(x, e))).tangent)
    return torch.stack(columns, dim=1)
