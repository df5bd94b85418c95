import torch


def fit(x, y, w, b, lr, steps):
    """Move `w` and `b` in place by gradient descent on the error of `w * x**2 + b`; return the losses as floats."""
    losses = []
    for _ in range(steps):
        loss = 0.5 * torch.sum((w * x**2 + b - y) ** 2)
        losses.append(loss)
        loss.backward()
        w = w - lr * w.grad
        b = b - lr * b.grad
    return losses


if __name__ == "__main__":
    x = torch.tensor([[1.0], [2.0]], dtype=torch.float64)
    y = torch.tensor([[3.0], [9.0]], dtype=torch.float64)
    w = torch.ones(1, 1, dtype=torch.float64, requires_grad=True)
    b = torch.zeros(1, 1, dtype=torch.float64, requires_grad=True)
    print(fit(x, y, w, b, 0.01, 1))
    print(w, b)
