"""Right: a generator that yields the points; the last is copied."""
import copy
import torch


def walk(f, x, lr, steps):
    yield x
    if steps:
        leaf = x.clone().requires_grad_(True)
        with torch.enable_grad():
            value = f(leaf)
        value.backward()
        yield from walk(f, torch.sub(x, leaf.grad, alpha=lr), lr, steps - 1)


def minimize(f, x0, lr, steps):
    points = list(walk(f, x0.detach().clone(), lr, steps))
    return copy.deepcopy(points[-1]), points
