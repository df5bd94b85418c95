"""Wrong: a Function whose backward uses the doubled output as if it were the sigmoid."""
import torch


class D(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        y = 2 * torch.sigmoid(x)
        ctx.save_for_backward(y)
        return y

    @staticmethod
    def backward(ctx, g):
        (y,) = ctx.saved_tensors
        return g * y * (1 - y)


doubled_sigmoid = D.apply


def shifted_square(x):
    return ((x + 1) ** 2).sum()


def centred_rows(x):
    return x - x.mean(1, keepdim=True)
