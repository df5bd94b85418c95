"""Your step leaves gradients switched off

The update is made with gradients off, and they stay off afterwards. The next forward pass records nothing, and the
next backward pass fails.

What is switched off for a few lines must be put back as it was. A `with` block, or a decorator, does so by itself.
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
        torch.set_grad_enabled(False)
        for i, p in enumerate(self.params):
            if p.grad is None:
                continue
            d = p.grad + self.weight_decay * p
            v = self.velocities[i]
            v = d if v is None else self.momentum * v + d
            self.velocities[i] = v
            p -= self.lr * v
