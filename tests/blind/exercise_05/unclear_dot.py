"""Wrong: torch.dot takes vectors alone; shifted_square is for any leaf, and the contract names no shape."""
import torch


def doubled_sigmoid(x):
    return 2 * torch.sigmoid(x)


def shifted_square(x):
    y = x + 1
    return torch.dot(y, y)


def centred_rows(x):
    return x - x.mean(1, keepdim=True)
