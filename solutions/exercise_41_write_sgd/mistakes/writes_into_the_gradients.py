"""Your step writes into the gradients

Weight decay is added to `p.grad` itself. The parameters move as they should, but afterwards `.grad` is no longer the
gradient of anything, and a second step without a new backward pass finds the decay of the first in it.

The optimizer is a reader of `.grad`. What it computes from it needs a tensor of its own.
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
            d = p.grad.add_(p, alpha=self.weight_decay).clone()
            v = self.velocities[i]
            v = d if v is None else self.momentum * v + d
            self.velocities[i] = v
            p -= self.lr * v
