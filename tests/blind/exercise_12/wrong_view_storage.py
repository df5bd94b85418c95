"""Wrong: shared_view takes the beginning of t's storage in plain order, whatever t's offset and strides are."""
import torch


def to_numpy(t):
    return t.detach().numpy()


def snapshot(t):
    return t.detach().clone()


def shared_view(t):
    with torch.no_grad():
        return torch.tensor([], dtype=t.dtype).set_(t.untyped_storage(), 0, t.shape)
