"""Your list has the names of all parameters

Every parameter of the model is in it, the frozen ones as well. An optimizer that was made from that list would hold
what it is not to move.

There is a flag on each parameter that tells the two kinds apart.
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
    return [name for name, p in model.named_parameters()]
