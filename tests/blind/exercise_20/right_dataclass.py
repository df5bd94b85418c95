"""Right: a dataclass that steps when called, gradient mode switched on explicitly."""
from dataclasses import dataclass
from typing import Any, Callable

import torch


@dataclass(frozen=True)
class Step:
    model: torch.nn.Module
    optimizer: torch.optim.Optimizer
    loss_fn: Callable[..., Any]

    @torch.enable_grad()
    def __call__(self, x, y):
        self.optimizer.zero_grad(set_to_none=True)
        loss = self.loss_fn(self.model(x), y)
        loss.backward(retain_graph=True)
        self.optimizer.step()
        return loss.detach().item()


def train_step(model, optimizer, loss_fn, x, y):
    return Step(model, optimizer, loss_fn)(x, y)
