"""Right: hooks on the aliases, grads of the leaves not asked for."""
import torch


class Collector:
    def __init__(self, n):
        self.grads = [None] * n

    def watch(self, k, tensor):
        alias = tensor.detach().requires_grad_()
        alias.register_hook(lambda g: self.grads.__setitem__(k, g.clone()))
        return alias


def pure_gradients(f, *inputs):
    c = Collector(len(inputs))
    f(*[c.watch(k, i) for k, i in enumerate(inputs)]).backward()
    return tuple(c.grads)
