"""Wrong: from the last block to the first."""
import torch
from torch.utils.checkpoint import checkpoint


def checkpointed(blocks, x):
    for block in reversed(list(blocks)):
        x = checkpoint(block, x, use_reentrant=False)
    return x
