"""Your list has the names of parameters that have a gradient

Before the first backward pass, and after each `zero_grad()`, no parameter has a gradient, and all of them can be
trained. And one that was frozen carelessly may still have an old one.

Whether a parameter *has* a gradient depends on when you ask. Whether it will get one does not.
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
    return [name for name, p in model.named_parameters() if p.grad is not None]
