"""Right: puts the stale gradient aside and back."""
import torch


def path_gradients(x):
    old, x.grad = x.grad, None
    try:
        y1 = x + 1
        y2 = 3 * x
        for y in (y1, y2):
            y.retain_grad()
        torch.autograd.backward((y1 - y2) ** 2, retain_graph=True)
        return tuple(v.grad.clone() for v in (y1, y2, x))
    finally:
        x.grad = old
