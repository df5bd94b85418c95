"""Right: a leaf moved in place with backward and no_grad, snapshots taken."""
import torch


def minimize(f, x0, lr, steps):
    x = torch.tensor(x0.tolist(), dtype=x0.dtype, requires_grad=True)
    points = []
    for _ in range(steps):
        points.append(x.detach().clone())
        f(x).backward()
        with torch.no_grad():
            x -= lr * x.grad
        x.grad.zero_()
    points.append(x.detach().clone())
    return x.detach().clone(), points
