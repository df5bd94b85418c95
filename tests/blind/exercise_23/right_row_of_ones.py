"""Right: in-place operations on a clone; the sums are products with a row of ones."""
import torch


class ScaleShift(torch.autograd.Function):
    @staticmethod
    def forward(ctx, *args):
        x, scale, shift, power = args
        ctx.save_for_backward(x, scale, shift)
        ctx.power = int(power)
        y = x.clone()
        y = y.pow_(power).mul_(scale).add_(shift)
        return y

    @staticmethod
    def backward(ctx, *gs):
        (g,) = gs
        x, scale, shift = ctx.saved_tensors
        xp = torch.pow(x, ctx.power)
        dxp = ctx.power * torch.pow(x, ctx.power - 1)
        rows = torch.ones(1, len(x), dtype=g.dtype)
        return g * (scale * dxp), (rows @ (g * xp)).reshape(scale.shape), (rows @ g).reshape(shift.shape), None
