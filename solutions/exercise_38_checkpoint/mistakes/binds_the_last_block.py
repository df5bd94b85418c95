"""All your checkpoints compute the last block again

The function that you hand to `checkpoint` is called twice, and the second call comes in the backward pass, when your
loop is long over. A `lambda` or an inner function looks a name up when it is *called*. By then the loop's variable
stands for the last block, in all of your checkpoints.

If the blocks have different shapes there is an error; if they are alike, the gradients are wrong without a word. Ask
of what you hand over whether it carries its block with it.
"""

from torch.utils.checkpoint import checkpoint


def checkpointed(blocks, x):
    for block in blocks:
        x = checkpoint(lambda h: block(h), x, use_reentrant=False)
    return x
