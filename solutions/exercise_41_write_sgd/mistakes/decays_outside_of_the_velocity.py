"""Your weight decay does not go through the velocity

The parameter decays beside the step that momentum makes. That is *decoupled* weight decay, as in `AdamW`. Without
momentum it is the same, but with momentum the decay is not remembered, and the parameters go another way.

Here the decay is part of the gradient, before anything else is done with it.
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
            p -= self.lr * (v + self.weight_decay * p)
