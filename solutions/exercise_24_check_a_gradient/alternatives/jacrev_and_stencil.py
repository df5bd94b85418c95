"""Takes the Jacobian from `torch.func.jacrev`, and the differences from a stencil of four points, under `vmap`."""

import torch
from torch.func import jacrev, vmap


def gradient_is_right(fn, inputs):
    points = tuple(x.detach().double() for x in inputs)
    for place, x in enumerate(points):

        def of_one(moved, place=place):
            return fn(*points[:place], moved, *points[place + 1 :])

        difference = by_differences(of_one, x)
        try:
            jacobian = jacrev(of_one)(x).reshape(difference.shape)
        except RuntimeError:
            return False
        if not torch.allclose(jacobian, difference, rtol=1e-5, atol=1e-7):
            return False
    return True


def by_differences(fn, x, eps=1e-3):
    steps = eps * torch.eye(x.numel(), dtype=x.dtype).view(-1, *x.shape)

    def at(factor):
        return vmap(fn)(x + factor * steps).reshape(len(steps), -1).T

    return (8 * (at(1) - at(-1)) - (at(2) - at(-2))) / (12 * eps)
