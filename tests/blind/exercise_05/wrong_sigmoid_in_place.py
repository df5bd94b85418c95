"""Wrong: the sigmoid's output is changed in place, so backward raises."""
import torch


def doubled_sigmoid(x):
    y = torch.sigmoid(x)
    y += y
    return y


def shifted_square(x):
    return ((x + 1) ** 2).sum()


def centred_rows(x):
    return x - x.mean(1, keepdim=True)
