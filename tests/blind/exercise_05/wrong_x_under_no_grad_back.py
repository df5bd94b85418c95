"""Wrong: x is shifted under no_grad and shifted back after, so backward meets a changed saved tensor."""
import torch


def doubled_sigmoid(x):
    return 2 * torch.sigmoid(x)


def shifted_square(x):
    with torch.no_grad():
        x += 1
    out = (x**2).sum()
    with torch.no_grad():
        x -= 1
    return out


def centred_rows(x):
    return x - x.mean(1, keepdim=True)
