"""`snapshot` returns a NumPy array

A copy of the numbers, off the graph, but not a tensor: whoever wants to compare it with `t`, or write it back into
`t`, has to convert it first.

Nothing is missing in torch that would make the way through NumPy necessary.
"""


def to_numpy(t):
    return t.detach().numpy()


def snapshot(t):
    return t.detach().numpy().copy()


def shared_view(t):
    return t.detach()
