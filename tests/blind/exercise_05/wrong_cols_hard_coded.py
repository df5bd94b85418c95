"""Wrong: divides by a hard-coded 3; the number of columns is x's."""
import torch


def doubled_sigmoid(x):
    return 2 * torch.sigmoid(x)


def shifted_square(x):
    return ((x + 1) ** 2).sum()


def centred_rows(x):
    return x - x.sum(1, keepdim=True) / 3
