"""Right: hooks on the leaves catch the gradients, and are removed."""
import torch


def gradients(x, w, b):
    caught = {}
    handles = [
        w.register_hook(lambda g: caught.__setitem__("w", g.clone())),
        b.register_hook(lambda g: caught.__setitem__("b", g.clone())),
    ]
    try:
        (w * x + b).sum().backward()
    finally:
        for handle in handles:
            handle.remove()
    return caught["w"], caught["b"]
