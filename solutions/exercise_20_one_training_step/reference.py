"""The five moves in their usual order; the number is taken out of the loss at the end."""

from collections.abc import Callable

import torch
from torch import Tensor, nn


def train_step(
    model: nn.Module,
    optimizer: torch.optim.Optimizer,
    loss_fn: Callable[[Tensor, Tensor], Tensor],
    x: Tensor,
    y: Tensor,
) -> float:
    """Take one optimizer step on the batch `(x, y)`, and return the loss before it."""
    optimizer.zero_grad()
    prediction = model(x)
    loss = loss_fn(prediction, y)
    loss.backward()
    optimizer.step()
    return loss.item()
