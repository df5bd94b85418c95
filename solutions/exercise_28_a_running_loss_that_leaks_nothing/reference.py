"""Each batch adds its share to a float and to `.grad`, and is forgotten."""

from collections.abc import Callable

from torch import Tensor, nn


def average_loss(
    model: nn.Module, batches: list[tuple[Tensor, Tensor]], loss_fn: Callable[[Tensor, Tensor], Tensor]
) -> float:
    """Return the average of the batches' losses, and leave its gradients in `.grad`."""
    model.zero_grad()
    total = 0.0
    for x, y in batches:
        loss = loss_fn(model(x), y) / len(batches)
        loss.backward()
        total += loss.item()
    return total
