"""Wrong: shared_view leaves grad mode off."""
import torch


def to_numpy(t):
    return t.detach().numpy()


def snapshot(t):
    return t.detach().clone()


def shared_view(t):
    torch.set_grad_enabled(False)
    return t.detach()
