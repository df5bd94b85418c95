"""`to_numpy` returns a tensor

Off the graph, and on the memory of `t`, but still a tensor. It prints much like an array, and many functions of NumPy
would even take it, but what comes out of your function is to be an `np.ndarray`.

There is one more step to take, which tensors have a method for.
"""


def to_numpy(t):
    return t.detach()


def snapshot(t):
    return t.detach().clone()


def shared_view(t):
    return t.detach()
