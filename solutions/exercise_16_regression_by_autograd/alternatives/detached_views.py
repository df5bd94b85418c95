"""Writes through `detach()`, which shares the memory of the leaf and records nothing."""


def fit(x, y, w, b, lr, steps):
    losses = []
    while len(losses) < steps:
        w.grad, b.grad = None, None
        prediction = x**2 @ w + b
        error = prediction - y
        loss = 0.5 * (error.T @ error)
        loss.backward()
        w.detach()[:] -= lr * w.grad
        b.data.add_(b.grad, alpha=-lr)
        losses.append(loss.item())
    return losses
