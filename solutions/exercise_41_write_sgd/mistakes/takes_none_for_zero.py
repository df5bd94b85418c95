"""Your step takes a missing gradient for a gradient of zero

A parameter without gradient is moved nevertheless, by what is left of its velocity and by its weight decay. In
`torch.optim.SGD` it is skipped: it stays where it is, and its velocity waits.

A gradient of zero says that the loss does not change with this parameter. None says that nobody asked.
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
            d = (torch.zeros_like(p) if p.grad is None else p.grad) + self.weight_decay * p
            v = self.velocities[i]
            v = d if v is None else self.momentum * v + d
            self.velocities[i] = v
            p -= self.lr * v
