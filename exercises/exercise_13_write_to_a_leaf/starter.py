import torch


def assign_(p, value):
    """Set the values of the leaf p to those of value."""
    p.copy_(value)


def descend_(p, lr):
    """Move p by one step against its gradient."""
    p = p - lr * p.grad


if __name__ == "__main__":
    p = torch.tensor([1.0, 2.0], dtype=torch.float64, requires_grad=True)
    (p**2).sum().backward()
    descend_(p, 0.1)
    print(p, p.grad)
    assign_(p, torch.tensor([3.0, 5.0], dtype=torch.float64))
    print(p)
