"""The limit for an error is too wide for a small gradient

Your limit is an absolute number. For a gradient of that size or less, a factor of two, or a missing sign, stays below
it.

How much is much depends on the size of the numbers that are compared. So most comparisons have two limits: a relative
one, and a tiny absolute one for where all is zero.
"""

import torch


def gradient_is_right(fn, inputs, eps=1e-6):
    own = [x.detach().to(torch.float64, copy=True).requires_grad_() for x in inputs]
    try:
        y = fn(*own).flatten()
        rows = [gradients(y, own, entry) for entry in torch.eye(y.numel(), dtype=y.dtype)]
    except RuntimeError:
        return False
    return torch.allclose(torch.stack(rows), differences(fn, own, eps), rtol=1e-4, atol=0.5)


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
