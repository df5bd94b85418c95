"""Wrong: shifted_square has shape (1,) where it must be a scalar tensor."""
import torch


def doubled_sigmoid(x):
    return 2 * torch.sigmoid(x)


def shifted_square(x):
    return ((x + 1) ** 2).sum().reshape(1)


def centred_rows(x):
    return x - x.mean(1, keepdim=True)
