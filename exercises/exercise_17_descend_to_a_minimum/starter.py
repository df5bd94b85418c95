import torch


def minimize(f, x0, lr, steps):
    """Take `steps` steps of gradient descent on `f` from `x0`; return the final point and all points visited."""
    x = x0.requires_grad_()
    points = [x]
    for _ in range(steps):
        f(x).backward()
        with torch.no_grad():
            x -= lr * x.grad
        points.append(x)
    return x, points


if __name__ == "__main__":
    final, points = minimize(lambda x: (x**2).sum(), torch.tensor([1.0, -2.0]), 0.25, 3)
    print(final)
    for point in points:
        print(point)
