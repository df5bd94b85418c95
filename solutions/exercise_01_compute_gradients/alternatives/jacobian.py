"""Takes the two one-by-one Jacobians from `torch.autograd.functional`, and gives them the shape of the leaves."""

from torch.autograd.functional import jacobian


def gradients(x, w, b):
    rows = jacobian(lambda w, b: w * x + b, (w, b))
    return tuple(row.reshape(1) for row in rows)
