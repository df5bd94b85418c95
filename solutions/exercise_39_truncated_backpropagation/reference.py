"""Window by window: sum the losses, go backward, and go on from a state without history."""

from collections.abc import Callable

from torch import Tensor, nn


def tbptt(cell: nn.Module, xs: Tensor, h0: Tensor, k: int, loss_fn: Callable[[Tensor], Tensor]) -> float:
    """Leave the gradients of all windows of `k` steps in the cell's parameters, and return the total loss."""
    cell.zero_grad()
    total = 0.0
    h = h0
    for start in range(0, len(xs), k):
        losses = []
        for x in xs[start : start + k]:
            h = cell(x, h)
            losses.append(loss_fn(h))
        loss = sum(losses)
        loss.backward()
        total += loss.item()
        h = h.detach()
    return total
