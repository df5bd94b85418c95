"""Your parameters share one velocity

There is one velocity for all parameters, so each of them is also moved by what was computed for the others. If their
shapes do not fit there is an error, or, worse, they are broadcast.

What has happened to a parameter before concerns that parameter alone.
"""

import torch


class SGD:
    def __init__(self, params, lr, momentum=0.0, weight_decay=0.0):
        self.params = list(params)
        self.lr = lr
        self.momentum = momentum
        self.weight_decay = weight_decay
        self.velocity = None

    def zero_grad(self):
        for p in self.params:
            p.grad = None

    @torch.no_grad()
    def step(self):
        for i, p in enumerate(self.params):
            if p.grad is None:
                continue
            d = p.grad + self.weight_decay * p
            v = self.velocity
            v = d if v is None else self.momentum * v + d
            self.velocity = v
            p -= self.lr * v
