"""The array shares memory with `t` only if the elements lie in order

`contiguous()` and `np.ascontiguousarray` give back what they were given if its elements lie in memory in the order in
which they are read. If they do not, as in a transposed tensor, the elements are put in order, and there is only one
way to do this: in a copy.

An array can describe memory in any order, as a tensor can. There is nothing that has to be put in order first.
"""


def to_numpy(t):
    return t.detach().contiguous().numpy()


def snapshot(t):
    return t.detach().clone()


def shared_view(t):
    return t.detach()
