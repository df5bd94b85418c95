"""Wrong: draws a random number that nobody asked for; the random state is left as found."""
import torch


def path_gradients(x):
    torch.rand(())
    y1 = x + 1
    y2 = 3 * x
    return torch.autograd.grad((y1 - y2) ** 2, (y1, y2, x))
