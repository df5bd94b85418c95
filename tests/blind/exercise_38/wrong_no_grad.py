"""Wrong: the blocks run under no_grad; no gradient at all."""
import torch
from torch.utils.checkpoint import checkpoint


def checkpointed(blocks, x):
    for block in blocks:
        with torch.no_grad():
            x = block(x)
    return x
