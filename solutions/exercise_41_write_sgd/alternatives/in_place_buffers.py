"""As torch does it: a clone of the first gradient is the buffer, changed in place later; zeroes gradients in place."""

import torch


class SGD:
    def __init__(self, params, lr, momentum=0.0, weight_decay=0.0):
        self.params = [p for p in params]
        self.lr, self.momentum, self.weight_decay = lr, momentum, weight_decay
        self.state = {}

    def zero_grad(self):
        for p in self.params:
            if p.grad is not None:
                p.grad.zero_()

    def step(self):
        with torch.no_grad():
            for p in self.params:
                if p.grad is None:
                    continue
                d = p.grad
                if self.weight_decay:
                    d = d.add(p, alpha=self.weight_decay)
                if self.momentum:
                    if p not in self.state:
                        self.state[p] = torch.clone(d).detach()
                    else:
                        self.state[p].mul_(self.momentum).add_(d)
                    d = self.state[p]
                p.add_(d, alpha=-self.lr)
