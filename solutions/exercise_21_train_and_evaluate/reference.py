"""The step of exercise 20 at each batch; the evaluation adds up sums, and gives each part its own mode back."""

from collections.abc import Callable, Iterable

import torch
from torch import Tensor, nn

Batches = Iterable[tuple[Tensor, Tensor]]
Loss = Callable[[Tensor, Tensor], Tensor]


def train_epoch(model: nn.Module, loader: Batches, optimizer: torch.optim.Optimizer, loss_fn: Loss) -> list[float]:
    """Take one optimizer step at each batch, in training mode, and return the loss of each."""
    model.train()
    losses = []
    for x, y in loader:
        optimizer.zero_grad()
        loss = loss_fn(model(x), y)
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    return losses


def evaluate(model: nn.Module, loader: Batches, loss_fn: Loss) -> float:
    """Return the mean loss per sample, in evaluation mode and without a graph; the model is left as it was."""
    modes = {part: part.training for part in model.modules()}
    model.eval()
    total, count = 0.0, 0
    with torch.no_grad():
        for x, y in loader:
            total += loss_fn(model(x), y).item() * len(x)
            count += len(x)
    for part, mode in modes.items():
        part.training = mode
    return total / count
