"""Wrong: x += 1 under no_grad; the value is right and x is changed."""
import torch


def doubled_sigmoid(x):
    return 2 * torch.sigmoid(x)


def shifted_square(x):
    with torch.no_grad():
        x += 1
    return (x**2).sum()


def centred_rows(x):
    return x - x.mean(1, keepdim=True)
