"""Wrong: centred_rows subtracts in place from x itself under no_grad and gives a clone: x is changed."""
import torch


def doubled_sigmoid(x):
    return 2 * torch.sigmoid(x)


def shifted_square(x):
    return ((x + 1) ** 2).sum()


def centred_rows(x):
    out = x - x.mean(1, keepdim=True)
    with torch.no_grad():
        x -= x.mean(1, keepdim=True)
    return out
