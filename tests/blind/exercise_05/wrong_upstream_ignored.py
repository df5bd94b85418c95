"""Wrong: the backward of centred_rows scales the upstream gradient where it must take its row's mean off."""
import torch


class C(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        return x - x.mean(1, keepdim=True)

    @staticmethod
    def backward(ctx, g):
        return g * (1 - 1 / g.shape[1])


def doubled_sigmoid(x):
    return 2 * torch.sigmoid(x)


def shifted_square(x):
    return ((x + 1) ** 2).sum()


centred_rows = C.apply
