"""Wrong: seeds before each block, so the mask is not the plain run's."""
import torch
from torch.utils.checkpoint import checkpoint


def checkpointed(blocks, x):
    for block in blocks:
        torch.manual_seed(0)
        x = checkpoint(block, x, use_reentrant=False)
    return x
