import torch


def fit_line(x, y, lr, epochs):
    """Fit the line `a*x + b` by the distance of the points from it; return the best `a` and `b`, and all losses."""
    a = torch.zeros(1, dtype=torch.float64, requires_grad=True)
    b = torch.zeros(1, dtype=torch.float64, requires_grad=True)
    losses = []
    for _ in range(epochs):
        a.grad = b.grad = None
        loss = torch.mean((a * x - y + b) ** 2)
        loss.backward()
        losses.append(loss.item())
        with torch.no_grad():
            a -= lr * a.grad
            b -= lr * b.grad
    return a, b, losses


if __name__ == "__main__":
    x = torch.tensor([-4.0, 0.0, 4.0], dtype=torch.float64)
    y = torch.tensor([1.0, 2.0, 3.0], dtype=torch.float64)
    print(fit_line(x, y, 0.1, 2))
