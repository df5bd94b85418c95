"""Wrong: centred_rows goes through float32; the dtype must match."""
import torch


def doubled_sigmoid(x):
    return 2 * torch.sigmoid(x)


def shifted_square(x):
    return ((x + 1) ** 2).sum()


def centred_rows(x):
    x = x.float()
    return x - x.mean(1, keepdim=True)
