"""The velocity holds the learning rate, too, and begins at zero; values are written through `.data`."""

import torch as t


class SGD(object):
    def __init__(self, params, lr=0.01, momentum=0, weight_decay=0):
        self.params = tuple(params)
        self.lr = lr
        self.momentum = momentum
        self.weight_decay = weight_decay
        self.v = [t.zeros_like(p.data) for p in self.params]

    def zero_grad(self):
        for p in self.params:
            if p.grad is not None:
                p.grad = t.zeros_like(p)

    def step(self):
        for p, v in zip(self.params, self.v):
            if p.grad is not None:
                v *= self.momentum
                v -= self.lr * (p.grad.data + self.weight_decay * p.data)
                p.data += v
