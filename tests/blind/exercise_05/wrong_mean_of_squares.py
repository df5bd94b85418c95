"""Wrong: the mean of (x + 1)**2; the contract says the sum."""
import torch


def doubled_sigmoid(x):
    return 2 * torch.sigmoid(x)


def shifted_square(x):
    return ((x + 1) ** 2).mean()


def centred_rows(x):
    return x - x.mean(1, keepdim=True)
