"""Wrong: switches the blocks to eval mode, so there is no dropout."""
import torch
from torch.utils.checkpoint import checkpoint


def checkpointed(blocks, x):
    for block in blocks:
        block.eval()
        x = checkpoint(block, x, use_reentrant=False)
    return x
