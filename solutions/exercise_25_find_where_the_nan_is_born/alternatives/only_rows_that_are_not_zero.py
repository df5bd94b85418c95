"""Uses `set_detect_anomaly` as a context; computes the roots of the rows that are not zero alone."""

import torch


def nan_operation(f, x):
    name = None
    with torch.autograd.set_detect_anomaly(mode=True):
        total = torch.sum(f(x))
        try:
            torch.autograd.backward(total)
        except RuntimeError as error:
            message = str(error)
            name = message[message.index("'") + 1 : message.rindex("'")]
    return name


def safe_norm(x):
    squares = torch.einsum("rc,rc->r", x, x)
    (rows,) = torch.nonzero(squares, as_tuple=True)
    return torch.zeros_like(squares).index_put((rows,), squares[rows].sqrt())
