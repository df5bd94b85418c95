"""Your answer is a tensor, not a bool

Comparing two tensors gives a tensor, and `all()` of it gives a tensor with one element. In an `if` it behaves as the
bool that it holds, elsewhere it does not: `is True` is False for it, and it cannot be written to a file as a bool.

A tensor with a single element can give you what is inside.
"""

import torch


def gradient_is_right(fn, inputs, eps=1e-6):
    own = [x.detach().to(torch.float64, copy=True).requires_grad_() for x in inputs]
    try:
        y = fn(*own).flatten()
        rows = [gradients(y, own, entry) for entry in torch.eye(y.numel(), dtype=y.dtype)]
    except RuntimeError:
        return False
    return torch.isclose(torch.stack(rows), differences(fn, own, eps), rtol=1e-4, atol=1e-5).all()


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
