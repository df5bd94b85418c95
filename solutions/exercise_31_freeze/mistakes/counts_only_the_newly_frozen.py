"""Your function counts the parameters that it has just frozen

Those that were frozen already are not in the number. So the same call gives another number the second time, and
nobody can see from it whether the prefix was right: 0 may mean that nothing has such a name, or that all was done
before.

What is asked for is how many names start with the prefix.
"""


def freeze(model, prefix):
    count = 0
    for name, p in model.named_parameters():
        if name.startswith(prefix):
            count += p.requires_grad
            p.requires_grad_(False)
            p.grad = None
    return count


def trainable(model):
    return [name for name, p in model.named_parameters() if p.requires_grad]
