"""Wrong: gradients_of_two goes through default float32; the dtype must match."""
import torch


def gradient_of_sum(x):
    return 2 * x.detach()


def gradient_of_mean(x):
    return 2 * x.detach() / x.numel()


def gradients_of_two(x1, x2):
    a, b = x1.tolist(), x2.tolist()
    return torch.tensor([2 * p + q for p, q in zip(a, b)]), torch.tensor([2 * q + p for p, q in zip(a, b)])
