"""Your second computation ignores the upstream gradient

The gradients that you find are those of the *sum* of the block's result, as if all its elements counted alike in the
end. How much each of them counts is what the upstream gradient says, which the backward pass hands to every node, and
which your code does not use.

With a single block and a sum right behind it, the two are the same, which makes this easy to overlook.
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
            ctx.block(x).sum().backward()
        return x.grad, None


def checkpointed(blocks, x):
    for block in blocks:
        x = Checkpoint.apply(x, block)
    return x
