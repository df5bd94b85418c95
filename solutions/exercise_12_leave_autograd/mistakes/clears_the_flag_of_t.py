"""`to_numpy` switches off `requires_grad` of the caller's tensor

With a leaf it works, but at a price: from now on the caller's leaf does not require grad, and the next backward pass
leaves it out. With the result of an operation torch refuses, since whether such a tensor requires grad follows from
what it was computed from.

The flag is part of `t`, which is to stay as it is. You need another tensor, on the same memory, for which the flag is
not set.
"""


def to_numpy(t):
    return t.requires_grad_(False).numpy()


def snapshot(t):
    return t.detach().clone()


def shared_view(t):
    return t.detach()
