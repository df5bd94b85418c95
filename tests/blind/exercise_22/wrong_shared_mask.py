"""Wrong: the mask is kept on the class, so a second apply before the first's backward overwrites it."""
import torch


class MyReLU(torch.autograd.Function):
    mask = None

    @staticmethod
    def forward(ctx, x):
        MyReLU.mask = x > 0
        return x.clamp(min=0)

    @staticmethod
    def backward(ctx, g):
        return g * MyReLU.mask
