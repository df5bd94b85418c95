"""Right: a mask times the upstream gradient."""
from torch.autograd import Function


class MyReLU(Function):
    @staticmethod
    def forward(ctx, x):
        ctx.mask = x > 0
        return x.clamp(min=0)

    @staticmethod
    def backward(ctx, g):
        return g * ctx.mask
