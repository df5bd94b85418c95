import torch


class MyReLU(torch.autograd.Function):
    """`MyReLU.apply(x)` is max(x, 0), with a gradient of its own."""

    @staticmethod
    def forward(ctx, x):
        return x.clamp(min=0)

    @staticmethod
    def backward(ctx, upstream):
        return upstream
