"""`shared_view` returns a tensor that is still on the graph

The memory is that of `t`, and so is the history: what you return requires grad, and everything that is done with it
is recorded. A method such as `view` makes another tensor on the same memory, but it is an operation, and autograd
follows it.

Nor does it help to make the view inside `torch.no_grad()`: the way back to `t` is not recorded then, but a view of a
tensor that requires grad still requires grad itself. Sharing memory is not the same as being off the graph.
"""


def to_numpy(t):
    return t.detach().numpy()


def snapshot(t):
    return t.detach().clone()


def shared_view(t):
    return t.view_as(t)
