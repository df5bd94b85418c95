"""Library functions that make new tensors: `torch.mul`, `mse_loss`, broadcasting by `unsqueeze`."""

import torch
import torch.nn.functional as F


def doubled_sigmoid(x):
    return torch.mul(F.logsigmoid(x).exp(), 2)


def shifted_square(x):
    return F.mse_loss(x, torch.full_like(x, -1), reduction="sum")


def centred_rows(x):
    means = x.mean(dim=1)
    return x.sub(means.unsqueeze(1).expand_as(x))
