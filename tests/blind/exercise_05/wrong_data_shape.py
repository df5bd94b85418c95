"""Wrong: right in value, but reads x.data (for its shape alone); the text forbids .data."""
import torch


def doubled_sigmoid(x):
    return 2 * torch.sigmoid(x)


def shifted_square(x):
    return ((x + 1) ** 2).sum()


def centred_rows(x):
    rows, cols = x.data.shape
    return x - x.sum(1, keepdim=True) / cols
