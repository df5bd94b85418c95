import torch


def hvp(f, x, v):
    """Return the Hessian of `f` at `x` times `v`."""
    x = x.detach().requires_grad_()
    (gradient,) = torch.autograd.grad(f(x), x, create_graph=True)
    rows = [
        torch.autograd.grad(each, x, retain_graph=True)[0] for each in gradient
    ]  # how many backward passes are these?
    return torch.stack(rows) @ v


if __name__ == "__main__":
    x = torch.tensor([3.0, 5.0], dtype=torch.float64)
    v = torch.tensor([1.0, -2.0], dtype=torch.float64)
    print(hvp(lambda x: x[0] ** 2 * x[1], x, v))
