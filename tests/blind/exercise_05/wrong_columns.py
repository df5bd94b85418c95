"""Wrong: subtracts each column's mean."""
import torch


def doubled_sigmoid(x):
    return 2 * torch.sigmoid(x)


def shifted_square(x):
    return ((x + 1) ** 2).sum()


def centred_rows(x):
    return x - x.mean(0, keepdim=True)
