"""Your step ends at the first parameter without a gradient

`return`, or `break`, leaves the whole loop. The parameters behind the one without a gradient are not moved, though
they have gradients.

Only this one parameter is to be passed over.
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
                return
            d = p.grad + self.weight_decay * p
            v = self.velocities[i]
            v = d if v is None else self.momentum * v + d
            self.velocities[i] = v
            p -= self.lr * v
