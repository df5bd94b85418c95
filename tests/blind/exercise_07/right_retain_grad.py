"""Right: retain_grad on both inner tensors, the stale gradient cleared first."""
import torch


def path_gradients(x):
    x.grad = None
    y1 = x + 1
    y2 = 3 * x
    y1.retain_grad()
    y2.retain_grad()
    loss = (y1 - y2) ** 2
    loss.backward()
    return y1.grad, y2.grad, x.grad
