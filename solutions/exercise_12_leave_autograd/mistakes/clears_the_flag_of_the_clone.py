"""`snapshot` tries to switch off `requires_grad` of a clone

torch refuses: a clone of a tensor that requires grad is the result of an operation, and whether a result requires
grad follows from what it was computed from. Only for a leaf can it be chosen.

A result can be left where it is, on the graph, and be looked at through a tensor that is not.
"""


def to_numpy(t):
    return t.detach().numpy()


def snapshot(t):
    return t.clone().requires_grad_(False)


def shared_view(t):
    return t.detach()
