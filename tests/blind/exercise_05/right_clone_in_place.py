"""Right: in place, but on clones that no backward needs."""
import torch


def doubled_sigmoid(x):
    y = torch.sigmoid(x).clone()
    y *= 2
    return y


def shifted_square(x):
    y = x.clone()
    y += 1
    return (y**2).sum()


def centred_rows(x):
    out = x.clone()
    out -= x.mean(1, keepdim=True)
    return out
