"""Wrong: the lambda looks its block up when it runs again, and finds the last one."""
import torch
from torch.utils.checkpoint import checkpoint


def checkpointed(blocks, x):
    for block in blocks:
        x = checkpoint(lambda h: block(h), x, use_reentrant=False)
    return x
