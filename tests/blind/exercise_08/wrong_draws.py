"""Wrong: draws a random number that nobody asked for; the random state is left as found."""
import torch


def pure_gradients(f, *inputs):
    torch.rand(())
    return torch.autograd.grad(f(*inputs), inputs)
