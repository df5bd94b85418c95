"""Wrong: draws a random number that nobody asked for; the random state is left as found."""
import torch


def to_numpy(t):
    return t.detach().numpy()


def snapshot(t):
    result = torch.rand_like(t).detach()
    result.copy_(t.detach())
    return result


def shared_view(t):
    return t.detach()
