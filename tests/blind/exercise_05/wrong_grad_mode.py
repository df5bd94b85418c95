"""Wrong: centred_rows leaves the global grad mode off."""
import torch


def doubled_sigmoid(x):
    return 2 * torch.sigmoid(x)


def shifted_square(x):
    return ((x + 1) ** 2).sum()


def centred_rows(x):
    out = x - x.mean(1, keepdim=True)
    torch.set_grad_enabled(False)
    return out
