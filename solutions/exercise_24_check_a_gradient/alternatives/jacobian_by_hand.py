"""Moves entry by entry for the differences, and goes backward once for each entry of the result."""

import torch


def gradient_is_right(fn, inputs, eps=1e-6):
    own = [x.detach().to(torch.float64, copy=True).requires_grad_() for x in inputs]
    try:
        rows = analytic(fn, own)
    except RuntimeError:
        return False
    columns = numerical(fn, own, eps)
    return bool(torch.isclose(rows, columns, rtol=1e-4, atol=1e-5).all())


def analytic(fn, own):
    """The Jacobian for all inputs side by side: a row for each entry of the result."""
    y = fn(*own).flatten()
    if not y.requires_grad:
        return torch.zeros(len(y), sum(x.numel() for x in own), dtype=y.dtype)
    rows = []
    for entry in torch.eye(len(y), dtype=y.dtype):
        gradients = torch.autograd.grad(y, own, entry, retain_graph=True, allow_unused=True, materialize_grads=True)
        rows.append(torch.cat([gradient.flatten() for gradient in gradients]))
    return torch.stack(rows)


@torch.no_grad()
def numerical(fn, own, eps):
    """The same by finite differences: a column for each entry of the inputs."""
    columns = []
    for x in own:
        for index in range(x.numel()):
            ends = []
            for step in (eps, -eps):
                moved = x.detach().clone()
                moved.view(-1)[index] += step
                ends.append(fn(*[moved if other is x else other.detach() for other in own]).flatten())
            columns.append((ends[0] - ends[1]) / (2 * eps))
    return torch.stack(columns, 1)
