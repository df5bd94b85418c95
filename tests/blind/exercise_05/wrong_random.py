"""Wrong: a random tensor is drawn for its shape and zeroed; the random state is not left as found."""
import torch


def doubled_sigmoid(x):
    return 2 * torch.sigmoid(x)


def shifted_square(x):
    return ((x + 1) ** 2).sum()


def centred_rows(x):
    out = torch.rand(x.shape, dtype=x.dtype)
    out.zero_()
    out += x
    return out - x.mean(1, keepdim=True)
