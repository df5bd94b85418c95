"""Your list has the names of the frozen parameters

A parameter that requires grad is trainable, one that does not is frozen. You have taken the second kind. In a model
where nothing is frozen your list is empty, where it should have every name.
"""


def freeze(model, prefix):
    count = 0
    for name, p in model.named_parameters():
        if name.startswith(prefix):
            p.requires_grad_(False)
            p.grad = None
            count += 1
    return count


def trainable(model):
    return [name for name, p in model.named_parameters() if not p.requires_grad]
