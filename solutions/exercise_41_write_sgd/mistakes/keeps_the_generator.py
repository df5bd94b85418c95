"""Your optimizer keeps the generator itself

A generator can be gone through once. After the first loop over it, in `zero_grad` or in `step`, it is used up, and
every later loop ends before it has begun. No error says so: the parameters just do not move any more.

What is needed again and again has to be collected once, when the optimizer is made.
"""

import torch


class SGD:
    def __init__(self, params, lr, momentum=0.0, weight_decay=0.0):
        self.params = params
        self.lr = lr
        self.momentum = momentum
        self.weight_decay = weight_decay
        self.velocities = {}

    def zero_grad(self):
        for p in self.params:
            p.grad = None

    @torch.no_grad()
    def step(self):
        for i, p in enumerate(self.params):
            if p.grad is None:
                continue
            d = p.grad + self.weight_decay * p
            v = self.velocities.get(i)
            v = d if v is None else self.momentum * v + d
            self.velocities[i] = v
            p -= self.lr * v
