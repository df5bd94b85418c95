"""Your parameters are frozen until the next backward pass

Their `.grad` is gone, so the optimizer passes over them in its next step. But they still require grad: the next
backward pass brings them a new gradient, and they move again.

A parameter is frozen if it is out of the reach of every backward pass to come.
"""


def freeze(model, prefix):
    count = 0
    for name, p in model.named_parameters():
        if name.startswith(prefix):
            p.grad = None
            count += 1
    return count


def trainable(model):
    return [name for name, p in model.named_parameters() if p.requires_grad]
