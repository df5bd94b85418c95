"""Wrong: gradients_of_two doubles x1 in place under no_grad; arguments are left as found."""
import torch


def gradient_of_sum(x):
    return 2 * x.detach()


def gradient_of_mean(x):
    return 2 * x.detach() / x.numel()


@torch.no_grad()
def gradients_of_two(x1, x2):
    g2 = 2 * x2 + x1
    g1 = x1.mul_(2) + x2
    return g1, g2
