"""Your step makes new tensors, which nobody else knows

`p = p - lr * v` computes a new tensor and gives it the name `p`, in your loop. The model holds the old tensor, and
goes on with it. So the model does not learn, whatever your optimizer does in its own list.

Optimizer and model share their parameters by sharing the tensors. New values have to be written into those.
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
            p = p - self.lr * v
