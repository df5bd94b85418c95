"""Right: torch.func.grad over two arguments, then over x."""
import torch
from torch.func import grad


def distance(y1, y2):
    return (y1 - y2) ** 2


def path_gradients(x):
    plain = x.detach()
    g1, g2 = grad(distance, argnums=(0, 1))(plain + 1, 3 * plain)
    gx = grad(lambda v: distance(v + 1, 3 * v))(plain)
    return g1, g2, gx
