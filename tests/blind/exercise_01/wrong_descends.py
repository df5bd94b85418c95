"""Wrong: takes a step with the gradient, so the argument w is changed."""
import torch


def gradients(x, w, b):
    z = w * x + b
    z.backward()
    with torch.no_grad():
        w -= 0.1 * w.grad
    return w.grad, b.grad
