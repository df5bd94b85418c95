"""Wrong: runs each block twice in forward and keeps the plain graph alive."""
import torch
from torch.utils.checkpoint import checkpoint


def checkpointed(blocks, x):
    for block in blocks:
        kept = block(x)
        x = checkpoint(block, x, use_reentrant=False) + 0 * kept
    return x
