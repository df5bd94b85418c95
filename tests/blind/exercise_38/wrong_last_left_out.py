"""Wrong: the last block is left out."""
import torch
from torch.utils.checkpoint import checkpoint


def checkpointed(blocks, x):
    for block in blocks[:-1]:
        x = checkpoint(block, x, use_reentrant=False)
    return x
