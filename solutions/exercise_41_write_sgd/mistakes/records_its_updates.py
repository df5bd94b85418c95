"""Your update is recorded by autograd

`p -= ...` changes a leaf that requires grad in place, outside of `torch.no_grad()`. Autograd cannot record that, and
raises an error.

The step is not part of the computation that is differentiated. It happens between two of them, and nobody is to go
back through it.
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

    def step(self):
        for i, p in enumerate(self.params):
            if p.grad is None:
                continue
            d = p.grad + self.weight_decay * p
            v = self.velocities[i]
            v = d if v is None else self.momentum * v + d
            self.velocities[i] = v
            p -= self.lr * v
