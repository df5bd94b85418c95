"""Your optimizers share their velocities

The velocities are kept on the class, or in a default argument, and there is one of that for all optimizers. A second
optimizer begins with the velocities of the first.

What belongs to one optimizer is to be made anew in its `__init__`.
"""

import torch


class SGD:
    velocities = {}

    def __init__(self, params, lr, momentum=0.0, weight_decay=0.0):
        self.params = list(params)
        self.lr = lr
        self.momentum = momentum
        self.weight_decay = weight_decay

    def zero_grad(self):
        for p in self.params:
            p.grad = None

    @torch.no_grad()
    def step(self):
        for i, p in enumerate(self.params):
            if p.grad is None:
                continue
            d = p.grad + self.weight_decay * p
            v = self.velocities.get(p)
            v = d if v is None else self.momentum * v + d
            self.velocities[p] = v
            p -= self.lr * v
