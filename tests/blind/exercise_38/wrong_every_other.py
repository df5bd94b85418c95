"""Wrong: only every other block is checkpointed."""
import torch
from torch.utils.checkpoint import checkpoint


def checkpointed(blocks, x):
    for i, block in enumerate(blocks):
        x = checkpoint(block, x, use_reentrant=False) if i % 2 == 0 else block(x)
    return x
