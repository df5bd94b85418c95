"""Goes through the points one by one in plain Python, without NumPy."""


def fit(x, y, w, b, lr, steps):
    points = [(float(xi[0]), float(yi[0])) for xi, yi in zip(x, y)]
    losses = []
    for _ in range(steps):
        loss = grad_w = grad_b = 0.0
        for xi, yi in points:
            error = w * xi * xi + b - yi
            loss += error * error / 2
            grad_w += error * xi * xi
            grad_b += error
        losses.append(loss)
        w -= lr * grad_w
        b -= lr * grad_b
    return w, b, losses
