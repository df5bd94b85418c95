"""Wrong: the leaf x does not require grad after shifted_square."""
import torch


def doubled_sigmoid(x):
    return 2 * torch.sigmoid(x)


def shifted_square(x):
    out = ((x + 1) ** 2).sum()
    x.requires_grad_(False)
    return out


def centred_rows(x):
    return x - x.mean(1, keepdim=True)
