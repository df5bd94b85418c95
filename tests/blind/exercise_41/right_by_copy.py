"""Right: one object a parameter; the new values copied in."""
import torch


class _One:
    def __init__(self, p, lr, momentum, weight_decay):
        self.p, self.lr, self.momentum, self.weight_decay, self.velocity = p, lr, momentum, weight_decay, None

    def step(self):
        p = self.p.detach()
        d = self.p.grad.detach().clone()
        if self.weight_decay != 0:
            d.add_(p, alpha=self.weight_decay)
        if self.momentum != 0:
            self.velocity = d if self.velocity is None else self.velocity * self.momentum + d
            d = self.velocity
        p.copy_(p - self.lr * d)


class SGD:
    def __init__(self, params, lr, momentum=0.0, weight_decay=0.0):
        self.all = [_One(p, lr, momentum, weight_decay) for p in params]

    def zero_grad(self):
        [setattr(one.p, "grad", None) for one in self.all]

    def step(self):
        for one in filter(lambda o: o.p.grad is not None, self.all):
            one.step()
