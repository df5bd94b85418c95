"""Wrong: snapshot is off the graph, but requires grad."""
import torch


def to_numpy(t):
    return t.detach().numpy()


def snapshot(t):
    return t.detach().clone().requires_grad_()


def shared_view(t):
    return t.detach()
