"""Wrong: runs again with an upstream gradient of ones."""
import torch


class Again(torch.autograd.Function):
    @staticmethod
    def forward(ctx, block, x, *parameters):
        ctx.block = block
        ctx.rng = torch.get_rng_state()
        ctx.save_for_backward(x, *parameters)
        return block(x)

    @staticmethod
    def backward(ctx, g):
        x, *parameters = ctx.saved_tensors
        now = torch.get_rng_state()
        torch.set_rng_state(ctx.rng)
        with torch.enable_grad():
            inner = x.detach().requires_grad_()
            out = ctx.block(inner)
        torch.set_rng_state(now)
        wanted = [inner] + [p for p in parameters if p.requires_grad]
        grads = iter(torch.autograd.grad(out, wanted, torch.ones_like(g), allow_unused=True))
        return (None, next(grads), *[next(grads) if p.requires_grad else None for p in parameters])


def checkpointed(blocks, x):
    for block in blocks:
        x = Again.apply(block, x, *block.parameters())
    return x
