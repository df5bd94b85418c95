"""Wrong: imports torch inside the function, for the gradients alone."""
import numpy as np


def fit(x, y, w, b, lr, steps):
    from torch import tensor, autograd
    losses = []
    for _ in range(steps):
        p = tensor([w, b], dtype=tensor(x).dtype, requires_grad=True)
        loss = 0.5 * ((p[0] * tensor(x) ** 2 + p[1] - tensor(y)) ** 2).sum()
        losses.append(float(loss))
        g, = autograd.grad(loss, p)
        w, b = w - lr * float(g[0]), b - lr * float(g[1])
    return w, b, losses
