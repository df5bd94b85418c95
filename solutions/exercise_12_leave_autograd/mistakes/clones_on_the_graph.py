"""Your snapshot is on the graph

It has memory of its own, so later changes of `t` do not reach it. But cloning is an operation that autograd records:
the clone requires grad, and keeps the graph behind it alive for as long as somebody keeps the snapshot.

For somebody who wants gradients to flow through a copy that is useful. A snapshot is to be numbers and nothing else.
"""


def to_numpy(t):
    return t.detach().numpy()


def snapshot(t):
    return t.clone()


def shared_view(t):
    return t.detach()
