"""Your velocity takes up only a part of the gradient

`momentum * v + (1 - momentum) * d` is a running average, which other optimizers use. In `torch.optim.SGD` the
gradient goes in whole, and the velocity grows beyond it: with a momentum of 0.9, up to ten times as long.

With the same learning rate your steps are shorter, most of all the first ones.
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
            v = (1 - self.momentum) * d if v is None else self.momentum * v + (1 - self.momentum) * d
            self.velocities[i] = v
            p -= self.lr * v
