"""Right: torch.tensor(t), which warns but copies off the graph."""
import torch


def to_numpy(t):
    return t.detach().numpy()


def snapshot(t):
    return torch.tensor(t)


def shared_view(t):
    return t.detach()
