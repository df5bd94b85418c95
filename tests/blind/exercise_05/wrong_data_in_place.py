"""Wrong: y.data.mul_(2) hides the change from autograd; forbidden, and the gradient is wrong."""
import torch


def doubled_sigmoid(x):
    y = torch.sigmoid(x)
    y.data.mul_(2)
    return y


def shifted_square(x):
    return ((x + 1) ** 2).sum()


def centred_rows(x):
    return x - x.mean(1, keepdim=True)
