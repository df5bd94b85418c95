import torch


def gradients(x, w, b):
    """Return (dz/dw, dz/db) for z = w * x + b."""
    z = w * x + b
    return w.grad, b.grad


if __name__ == "__main__":
    x = torch.tensor([3.0], dtype=torch.float64)
    w = torch.tensor([2.0], dtype=torch.float64, requires_grad=True)
    b = torch.tensor([5.0], dtype=torch.float64, requires_grad=True)
    print(gradients(x, w, b))
