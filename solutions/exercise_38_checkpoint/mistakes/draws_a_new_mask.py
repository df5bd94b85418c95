"""The second computation of your blocks draws other random numbers

Without dropout all is well. With it, the backward pass computes the block again, and the dropout layer draws again
which elements it sets to zero: other ones. So the gradients are those of a network that was never run, and they do
not belong to the result that you returned.

To repeat a computation, everything that went into it must be the same, and the random state is part of that.
"""

from torch.utils.checkpoint import checkpoint


def checkpointed(blocks, x):
    for block in blocks:
        x = checkpoint(block, x, use_reentrant=False, preserve_rng_state=False)
    return x
