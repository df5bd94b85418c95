"""Wrong: checkpoint_sequential does not checkpoint the last segment."""
import torch
from torch.utils.checkpoint import checkpoint_sequential


def checkpointed(blocks, x):
    return checkpoint_sequential(list(blocks), len(blocks), x, use_reentrant=False)
