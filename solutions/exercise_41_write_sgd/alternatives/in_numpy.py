"""Computes in NumPy, on memory that it shares with the parameters, and decays them before the step."""

import numpy as np


class SGD:
    def __init__(self, params, lr, momentum=0.0, weight_decay=0.0):
        self.params = list(params)
        self.lr, self.momentum, self.decay = lr, momentum, weight_decay
        self.velocities = [np.zeros(p.shape) for p in self.params]

    def zero_grad(self):
        for p in self.params:
            p.grad = None

    def step(self):
        for p, v in zip(self.params, self.velocities):
            if p.grad is None:
                continue
            values = p.detach().numpy()
            v *= self.momentum
            v += p.grad.numpy()
            v += self.decay * values
            values -= self.lr * v
