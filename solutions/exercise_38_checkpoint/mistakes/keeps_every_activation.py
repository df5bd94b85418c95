"""Your graph keeps everything that the blocks compute

The result and the gradients are right: this is the plain run. Autograd records every operation inside every block,
and keeps what their backward will need until the backward pass has come.

A block need not be on record to be differentiated later. What goes into it is enough to compute it again, at the
moment when its inside is needed.
"""


def checkpointed(blocks, x):
    for block in blocks:
        x = block(x)
    return x
