"""Wrong: the stale .grad of x is added to dloss/dx."""
import torch


def path_gradients(x):
    y1 = x + 1
    y2 = 3 * x
    y1.retain_grad()
    y2.retain_grad()
    ((y1 - y2) ** 2).backward()
    return y1.grad, y2.grad, x.grad
