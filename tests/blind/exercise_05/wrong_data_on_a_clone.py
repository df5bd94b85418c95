"""Wrong: .data of a clone, right in value and gradient; the text forbids .data all the same."""
import torch


def doubled_sigmoid(x):
    return 2 * torch.sigmoid(x)


def shifted_square(x):
    y = x.clone()
    y.data += 1
    return (y**2).sum()


def centred_rows(x):
    return x - x.mean(1, keepdim=True)
