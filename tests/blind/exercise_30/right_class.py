"""Right: a class that adds up squares by hypot and then scales."""
from math import hypot


class Clipper:
    def __init__(self, parameters):
        self.held = [p for p in parameters if p.grad is not None]

    def norm(self):
        return hypot(*(v for p in self.held for v in p.grad.flatten().tolist()))

    def scale(self, factor):
        for p in self.held:
            p.grad.detach().div_(1 / factor)


def clip_grad_norm(parameters, max_norm):
    clipper = Clipper(parameters)
    norm = clipper.norm()
    if norm > max_norm:
        clipper.scale(max_norm / norm)
    return norm
