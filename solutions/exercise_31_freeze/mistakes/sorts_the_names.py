"""Your names are in the order of the alphabet

The names are right, but the text asks for the model's order, in which the parameters were registered. It is the order
in which data usually flows through the model, and that of `parameters()`, so that the two lists can be read side by
side.
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
    return sorted(name for name, p in model.named_parameters() if p.requires_grad)
