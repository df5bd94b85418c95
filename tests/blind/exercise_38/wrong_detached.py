"""Wrong: cut between the blocks; only the last one's parameters get a gradient."""
import torch
from torch.utils.checkpoint import checkpoint


def checkpointed(blocks, x):
    for block in blocks:
        x = checkpoint(block, x.detach().requires_grad_(), use_reentrant=False)
    return x
