"""Right: the graph is retained and any exception counts."""
import torch


def modified_in_place(op, t):
    before = t._version
    op(t)
    return t._version != before


def attempt(action):
    try:
        action()
    except Exception as error:
        print("backward failed:", error)
        return False
    else:
        return True


def safe_to_backward(t, use, op):
    out = use(t)
    op(t)
    return attempt(lambda: torch.autograd.backward(out.sum(), retain_graph=True))
