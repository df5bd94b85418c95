"""Wrong: the first block runs plainly."""
import torch
from torch.utils.checkpoint import checkpoint


def checkpointed(blocks, x):
    x = blocks[0](x)
    for block in blocks[1:]:
        x = checkpoint(block, x, use_reentrant=False)
    return x
