"""Your `x` holds the last row in its `.grad`, and requires grad

`backward()` leaves its gradient in the leaf, and yours is the caller's `x`, which came without any. What is found
there later will be taken for a gradient of something else.

To borrow a tensor means to undo everything that was done to it.
"""

import torch


def jacobian(f, x):
    x.requires_grad_()
    y = f(x)
    rows = []
    for element in y:
        x.grad = None
        element.backward(retain_graph=True)
        rows.append(x.grad)
    return torch.stack(rows)
