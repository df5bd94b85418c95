"""Right: worked out on paper, no autograd at all."""
import torch


@torch.no_grad()
def path_gradients(x):
    d = (x + 1) - 3 * x
    return 2 * d, -2 * d, -4 * d
