"""The backward pass asks `torch.func.vjp` to pull the gradient back through the block, as a function of all it uses."""

import torch
from torch.func import functional_call, vjp


class Checkpoint(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x, block, *values):
        ctx.block, ctx.state = block, torch.get_rng_state()
        ctx.save_for_backward(x, *values)
        return block(x)

    @staticmethod
    def backward(ctx, upstream):
        x, *values = ctx.saved_tensors
        names = [name for name, _ in ctx.block.named_parameters()]

        def run(x, *values):
            return functional_call(ctx.block, dict(zip(names, values)), (x,))

        with torch.random.fork_rng(devices=[]):
            torch.set_rng_state(ctx.state)
            _, pull_back = vjp(run, x.detach(), *(value.detach() for value in values))
        grad_x, *grads = pull_back(upstream)
        return grad_x, None, *grads


def checkpointed(blocks, x):
    for block in blocks:
        x = Checkpoint.apply(x, block, *(p for _, p in block.named_parameters()))
    return x
