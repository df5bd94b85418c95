"""Your parameters decay by the full weight decay in each step

The parameter is multiplied by `1 - weight_decay`, whatever the learning rate is. As a part of the gradient the decay
is scaled by the learning rate, like everything that moves a parameter.

Ask of each term in your step whether it passes through the last line of the prescription.
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
            d = p.grad
            v = self.velocities[i]
            v = d if v is None else self.momentum * v + d
            self.velocities[i] = v
            p.mul_(1 - self.weight_decay)
            p -= self.lr * v
