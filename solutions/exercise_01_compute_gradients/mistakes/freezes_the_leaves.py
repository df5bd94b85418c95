"""Your function leaves `w` and `b` without `requires_grad`

The gradients are right, but afterwards the caller's own tensors no longer require grad: the next `z` that is computed
from them has no record, and its backward pass fails.

A gradient that autograd puts into `.grad` is a plain tensor of its own, and does not require grad. Nothing needs to
be done to the leaf to make it so.
"""


def gradients(x, w, b):
    z = w * x + b
    z.backward()
    w.requires_grad_(False)
    b.requires_grad_(False)
    return w.grad, b.grad
