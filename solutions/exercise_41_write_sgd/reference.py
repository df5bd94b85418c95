"""A list of parameters and a velocity for each; a step makes new velocities, and writes to the parameters in place."""

from collections.abc import Iterable

import torch
from torch import Tensor


class SGD:
    """Stochastic gradient descent with momentum and weight decay."""

    def __init__(self, params: Iterable[Tensor], lr: float, momentum: float = 0.0, weight_decay: float = 0.0) -> None:
        self.params = list(params)
        self.lr = lr
        self.momentum = momentum
        self.weight_decay = weight_decay
        self.velocities: list[Tensor | None] = [None] * len(self.params)

    def zero_grad(self) -> None:
        """Set the gradients of all parameters to None."""
        for p in self.params:
            p.grad = None

    @torch.no_grad()
    def step(self) -> None:
        """Move each parameter that has a gradient by its velocity."""
        for i, p in enumerate(self.params):
            if p.grad is None:
                continue
            d = p.grad + self.weight_decay * p
            v = self.velocities[i]
            v = d if v is None else self.momentum * v + d
            self.velocities[i] = v
            p -= self.lr * v
