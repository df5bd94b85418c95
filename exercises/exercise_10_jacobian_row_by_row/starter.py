import torch


def jacobian(f, x):
    """Return the Jacobian of `f` at `x`, of shape (m, n)."""
    leaf = x.detach().clone().requires_grad_()
    y = f(leaf)
    rows = []
    for element in y:
        element.backward()
        rows.append(leaf.grad)
    return torch.stack(rows)


if __name__ == "__main__":
    x = torch.tensor([2.0, 3.0, 5.0])
    print(jacobian(lambda x: torch.stack([x[0] * x[1], x[2] ** 2]), x))
