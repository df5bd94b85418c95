"""Right: recursion over the blocks; fork_rng in place of preserve_rng_state."""
import functools

import torch
from torch.utils.checkpoint import checkpoint


class Replayed:
    """Runs a block; every later run draws what the first one drew."""

    def __init__(self, block):
        self.block, self.state = block, None

    def __call__(self, x):
        if self.state is None:
            self.state = torch.get_rng_state()
            return self.block(x)
        with torch.random.fork_rng(devices=[]):
            torch.set_rng_state(self.state)
            return self.block(x)


def checkpointed(blocks, x):
    if len(blocks) == 0:
        return x
    head, *rest = blocks
    once = functools.partial(checkpoint, Replayed(head), use_reentrant=False, preserve_rng_state=False)
    return checkpointed(rest, once(x))
