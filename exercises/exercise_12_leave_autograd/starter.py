import torch


def to_numpy(t):
    """Return a NumPy array that shares the memory of t."""
    return t.numpy()


def snapshot(t):
    """Return a copy of t, off the graph."""
    return t.detach()


def shared_view(t):
    """Return a tensor off the graph that shares the memory of t."""
    return t.clone()


if __name__ == "__main__":
    t = torch.tensor([1.0, 2.0], dtype=torch.float64, requires_grad=True)
    copy, view = snapshot(t), shared_view(t)
    with torch.no_grad():
        t += 10
    print("t:       ", t)
    print("snapshot:", copy)
    print("view:    ", view)
    print("array:   ", to_numpy(t))
