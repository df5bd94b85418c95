"""`to_numpy` takes `t` itself off its graph

Methods that end in an underscore work on the tensor that they are called on. After `t.detach_()` it is `t` that no
longer requires grad and has lost its history, and nobody can go backward through it any more. The array is right, but
the caller's tensor is not what it was.

What you want off the graph is the array, not `t`.
"""


def to_numpy(t):
    return t.detach_().numpy()


def snapshot(t):
    return t.detach().clone()


def shared_view(t):
    return t.detach()
