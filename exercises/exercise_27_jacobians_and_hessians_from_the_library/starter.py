import torch


def jacobian(f, x):
    """Return the matrix of the derivatives of `f` at `x`: a row for each entry of `f(x)`, a column for each of `x`."""
    return torch.func.jacrev(f, x)


def hessian(g, x):
    """Return the matrix of the second derivatives of `g` at `x`."""
    return torch.func.hessian(g, x)


if __name__ == "__main__":
    x = torch.tensor([2.0, 3.0, 5.0], dtype=torch.float64)
    print(jacobian(lambda x: torch.stack([x[0] * x[1], x[2] ** 2]), x))
    print(hessian(lambda x: x[0] ** 2 * x[1] + x[2], x))
