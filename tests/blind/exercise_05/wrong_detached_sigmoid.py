"""Wrong: doubled_sigmoid is off the graph; it must be differentiable."""
import torch


def doubled_sigmoid(x):
    y = torch.sigmoid(x).detach()
    y.mul_(2)
    return y


def shifted_square(x):
    return ((x + 1) ** 2).sum()


def centred_rows(x):
    return x - x.mean(1, keepdim=True)
