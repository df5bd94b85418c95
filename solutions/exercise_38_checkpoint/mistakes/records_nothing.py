"""Your result has no graph at all

Under `torch.no_grad()` no activation is kept, and nothing else either. The result does not require grad, and a
backward pass from it fails: nobody knows how it was computed.

Half of the idea is right: the first computation needs no record of what happens inside a block. But something must
stand in the graph for the block, something that knows how to compute it again.
"""

import torch


def checkpointed(blocks, x):
    with torch.no_grad():
        for block in blocks:
            x = block(x)
    return x
