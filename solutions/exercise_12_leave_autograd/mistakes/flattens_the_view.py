"""`shared_view` changes the shape

All the elements are there, but in a single row, where the shape of `t` was asked for. And a reshaped tensor shares
memory only if its elements can be read from there in the new order; otherwise `reshape` makes a copy without a word.

Nothing about the shape has to change.
"""


def to_numpy(t):
    return t.detach().numpy()


def snapshot(t):
    return t.detach().clone()


def shared_view(t):
    return t.detach().reshape(-1)
