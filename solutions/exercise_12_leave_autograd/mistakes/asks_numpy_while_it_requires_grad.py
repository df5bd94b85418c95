"""`to_numpy` asks a tensor that requires grad for an array

torch refuses: the array would lie on the tensor's memory, NumPy could change the numbers in it, and autograd would
know nothing of it. It refuses inside `torch.no_grad()`, too, because the block says that nothing is recorded, but `t`
is still a tensor that requires grad.

What you hand to NumPy has to be a tensor that has nothing to do with a graph.
"""


def to_numpy(t):
    return t.numpy()


def snapshot(t):
    return t.detach().clone()


def shared_view(t):
    return t.detach()
