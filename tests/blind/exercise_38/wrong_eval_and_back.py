"""Wrong: no dropout, though the mode is put back."""
import torch
from torch.utils.checkpoint import checkpoint


def checkpointed(blocks, x):
    for block in blocks:
        was = block.training
        block.eval()
        x = checkpoint(block, x, use_reentrant=False)
        block.train(was)
    return x
