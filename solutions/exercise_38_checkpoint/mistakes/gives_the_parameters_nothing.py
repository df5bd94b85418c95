"""Your backward finds a gradient for the input only

The block is computed again, and the gradient with respect to its input is right, so that it arrives in `x`. But the
parameters of the block are inputs, too, even though nobody hands them over in a call. Asked for by name or collected
in `.grad`: their gradients have to come out of the second computation as well.

In your answer nobody asks for them, and the block does not learn.
"""

import torch


class Checkpoint(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x, block):
        ctx.block, ctx.state = block, torch.get_rng_state()
        ctx.save_for_backward(x)
        return block(x)

    @staticmethod
    def backward(ctx, upstream):
        x = ctx.saved_tensors[0].detach().requires_grad_()
        with torch.random.fork_rng(devices=[]), torch.enable_grad():
            torch.set_rng_state(ctx.state)
            y = ctx.block(x)
        return torch.autograd.grad(y, x, upstream)[0], None


def checkpointed(blocks, x):
    for block in blocks:
        x = Checkpoint.apply(x, block)
    return x
