import torch


def nan_operation(f, x):
    """Return the name of the first backward node to return a NaN in `f(x).sum().backward()`, or None."""
    with torch.autograd.detect_anomaly():
        f(x).sum().backward()


def safe_norm(x):
    """Return the Euclidean norm of each row, whose gradient at a row of zeros is 0."""
    return torch.where((x != 0).any(1), (x**2).sum(1).sqrt(), 0.0)


if __name__ == "__main__":
    x = torch.tensor([[3.0, 4.0], [0.0, 0.0]], dtype=torch.float64, requires_grad=True)
    safe_norm(x).sum().backward()
    print(x.grad)
    print(nan_operation(lambda x: (x**2).sqrt(), x))
