"""An input that does not matter makes the gradient wrong

`torch.autograd.grad` raises an error if the result does not depend on one of the tensors, since that is often an
oversight, and your function takes this error for a wrong gradient. But a function that ignores an input has a
gradient with respect to it: zero. The finite difference says so, too.

There are arguments of `torch.autograd.grad` for inputs that are not used.
"""

import torch


def gradient_is_right(fn, inputs, eps=1e-6):
    own = [x.detach().to(torch.float64, copy=True).requires_grad_() for x in inputs]
    try:
        y = fn(*own).flatten()
        rows = [gradients(y, own, entry) for entry in torch.eye(y.numel(), dtype=y.dtype)]
    except RuntimeError:
        return False
    return torch.allclose(torch.stack(rows), differences(fn, own, eps), rtol=1e-4, atol=1e-5)


def gradients(y, own, entry):
    if not y.requires_grad:
        return torch.zeros(sum(x.numel() for x in own), dtype=y.dtype)
    found = torch.autograd.grad(y, own, entry, retain_graph=True, allow_unused=False)
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
