"""Wrong: y2 is cut off the graph, so dloss/dx knows the path through y1 alone."""
import torch


def path_gradients(x):
    x.grad = None
    y1 = x + 1
    y2 = (3 * x).detach().requires_grad_()
    y1.retain_grad()
    ((y1 - y2) ** 2).backward()
    return y1.grad, y2.grad, x.grad
