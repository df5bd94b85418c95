"""Right: one checkpoint around the whole chain."""
import torch as t
import torch.utils.checkpoint as cp


def checkpointed(blocks, x: t.Tensor) -> t.Tensor:
    return cp.checkpoint(t.nn.Sequential(*blocks), x, use_reentrant=False, preserve_rng_state=True)
