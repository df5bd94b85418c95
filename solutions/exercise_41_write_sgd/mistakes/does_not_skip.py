"""Your step fails where a parameter has no gradient

A parameter that took no part in the loss has no gradient: its `.grad` is None, and None can be neither added nor
multiplied. A frozen layer or an unused branch is enough.

`torch.optim.SGD` passes over such parameters. "No gradient" means that there is nothing to do.
"""

import torch


class SGD:
    def __init__(self, params, lr, momentum=0.0, weight_decay=0.0):
        self.params = list(params)
        self.lr = lr
        self.momentum = momentum
        self.weight_decay = weight_decay
        self.velocities = [None] * len(self.params)

    def zero_grad(self):
        for p in self.params:
            p.grad = None

    @torch.no_grad()
    def step(self):
        for i, p in enumerate(self.params):
            d = p.grad + self.weight_decay * p
            v = self.velocities[i]
            v = d if v is None else self.momentum * v + d
            self.velocities[i] = v
            p -= self.lr * v
