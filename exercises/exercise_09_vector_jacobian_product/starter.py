import torch


def vjp(f, x, v):
    """Return v @ J, where J is the Jacobian of `f` at `x`."""
    x.requires_grad_()
    y = f(x)
    y.backward()
    return x.grad


if __name__ == "__main__":
    x = torch.tensor([2.0, 3.0, 5.0])
    v = torch.tensor([1.0, 10.0])
    print(vjp(lambda x: torch.stack([x[0] * x[1], x[2] ** 2]), x, v))
