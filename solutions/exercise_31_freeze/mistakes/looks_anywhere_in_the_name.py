"""Your function looks for the prefix anywhere in the name

`prefix in name` is also true where the characters stand in the middle or at the end. With `weight` you freeze the
weights of the whole model, and with `0` every first layer of every part.

A prefix is what a name begins with.
"""


def freeze(model, prefix):
    count = 0
    for name, p in model.named_parameters():
        if prefix in name:
            p.requires_grad_(False)
            p.grad = None
            count += 1
    return count


def trainable(model):
    return [name for name, p in model.named_parameters() if p.requires_grad]
