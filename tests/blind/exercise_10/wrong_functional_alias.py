"""Wrong: torch.autograd.functional under another name."""
from torch.autograd.functional import jacobian as library


def jacobian(f, x):
    return library(f, x)
