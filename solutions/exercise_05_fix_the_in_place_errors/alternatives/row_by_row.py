"""Rows are computed one at a time and stacked, sums are taken by hand."""

import torch


def doubled_sigmoid(x):
    return torch.sigmoid(x) + torch.sigmoid(x)


def shifted_square(x):
    shifted = x + 1
    return sum(element * element for element in shifted.flatten())


def centred_rows(x):
    return torch.stack([row - row.sum() / row.numel() for row in x])
