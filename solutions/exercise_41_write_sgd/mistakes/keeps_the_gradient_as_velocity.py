"""Your first velocity is the tensor `p.grad` itself

In the first step the velocity is set to the gradient, without a copy. If anybody clears or refills `p.grad` in place
after that, your velocity changes along; and if your own step changes the velocity in place, the gradient changes
along.

`p.grad` is somebody else's memory. What is to be remembered has to be copied from it.
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
            d = p.grad if self.weight_decay == 0 else p.grad + self.weight_decay * p
            v = self.velocities[i]
            v = d if v is None else self.momentum * v + d
            self.velocities[i] = v
            p -= self.lr * v
