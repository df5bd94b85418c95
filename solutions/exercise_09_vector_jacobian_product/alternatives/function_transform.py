"""Uses `torch.func.vjp`, which runs `f` on a wrapped tensor."""

from torch.func import vjp as transform


def vjp(f, x, v):
    _, pull_back = transform(f, x)
    return pull_back(v)[0]
