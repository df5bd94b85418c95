"""Your velocity is forgotten after each step

The velocity begins anew in every step, so it is always this step's gradient alone, and momentum has no effect.

What is to outlast a call must be kept where the next call finds it. A local variable is gone with the call.
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
            v = d if v is None else self.momentum * v + d
            p -= self.lr * v
