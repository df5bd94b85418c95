"""Wrong: doubled_sigmoid is computed in float32 and cast back: the dtype is right, the digits are not."""
import torch


def doubled_sigmoid(x):
    return (2 * torch.sigmoid(x.float())).to(x.dtype)


def shifted_square(x):
    return ((x + 1) ** 2).sum()


def centred_rows(x):
    return x - x.mean(1, keepdim=True)
