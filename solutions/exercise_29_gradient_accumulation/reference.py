"""Each micro-batch goes backward with its share of the mean; clearing and stepping stand around the loop."""

from collections.abc import Callable

import torch
from torch import Tensor, nn


def accumulated_step(
    model: nn.Module,
    optimizer: torch.optim.Optimizer,
    loss_fn: Callable[[Tensor, Tensor], Tensor],
    micro_batches: list[tuple[Tensor, Tensor]],
) -> float:
    """Take one optimizer step on all micro-batches, and return the mean loss over their samples."""
    count = sum(len(x) for x, _ in micro_batches)
    optimizer.zero_grad()
    mean_loss = 0.0
    for x, y in micro_batches:
        share = loss_fn(model(x), y) * (len(x) / count)
        share.backward()
        mean_loss += share.item()
    optimizer.step()
    return mean_loss
