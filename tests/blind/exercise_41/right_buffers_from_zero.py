"""Right: momentum buffers from zero, made at once; no momentum is a momentum of 0. Mentions torch.optim in a comment."""
# the same as torch.optim.SGD without dampening
import torch as t
from typing import Iterable


class SGD:
    """What torch.optim does."""

    def __init__(self, params: Iterable[t.Tensor], lr: float, momentum: float = 0.0, weight_decay: float = 0.0) -> None:
        self.params = tuple(params)
        self.v = [t.zeros_like(p, requires_grad=False) for p in self.params]
        self.lr = lr
        self.momentum = momentum
        self.weight_decay = weight_decay

    def zero_grad(self) -> None:
        for p in self.params:
            if p.grad is not None:
                p.grad.detach_()
                p.grad.zero_()

    def step(self) -> None:
        with t.no_grad():
            for p, v in zip(self.params, self.v):
                if p.grad is not None:
                    v.copy_(self.momentum * v + (p.grad + self.weight_decay * p))
                    p.add_(v, alpha=-self.lr)
