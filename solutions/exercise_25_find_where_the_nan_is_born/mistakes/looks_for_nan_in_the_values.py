"""The NaN is looked for in the values of the forward pass

If all values of `f(x)` are good numbers, your function says that there is no NaN; and where there is one, it names
the last operation of `f`. But a NaN gradient mostly comes from good numbers: at 0, `sqrt` is 0, and only its slope is
infinite.

The forward pass computes values, the backward pass slopes. Here it is the second that has to be watched.
"""

import torch


def nan_operation(f, x):
    y = f(x)
    return y.grad_fn.name() if y.isnan().any() else None


def safe_norm(x):
    squares = (x**2).sum(1)
    is_zero = squares == 0
    return torch.where(is_zero, 0.0, torch.where(is_zero, 1.0, squares).sqrt())
