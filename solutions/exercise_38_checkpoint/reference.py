"""Each block is a checkpoint of its own: its input is kept, and the backward pass computes the rest again."""

from collections.abc import Iterable

from torch import Tensor, nn
from torch.utils.checkpoint import checkpoint


def checkpointed(blocks: Iterable[nn.Module], x: Tensor) -> Tensor:
    """Apply the blocks in order; the graph keeps what goes into each of them, and nothing from inside."""
    for block in blocks:
        x = checkpoint(block, x, use_reentrant=False)
    return x
