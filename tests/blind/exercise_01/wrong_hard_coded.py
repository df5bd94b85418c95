"""Wrong: the numbers of an example are hard-coded."""
import torch


def gradients(x, w, b):
    return torch.tensor([2.0], dtype=torch.float64), torch.tensor([1.0], dtype=torch.float64)
