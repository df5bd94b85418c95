"""Right: no operation in place at all."""
import torch


def doubled_sigmoid(x):
    y = torch.sigmoid(x)
    y = y * 2
    return y


def shifted_square(x):
    shifted = x + 1
    squared = shifted**2
    return squared.sum()


def centred_rows(x):
    means = x.mean(dim=1, keepdim=True)
    return x - means
