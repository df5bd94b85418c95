"""Your function looks only at the direct parts of the model

`named_children()` gives the modules right below the model, with the first part of their names. A prefix such as
`stem.2` fits none of them, and a parameter that belongs to the model itself lies in no child at all.

`named_parameters()` goes all the way down, and gives each parameter its whole name.
"""


def freeze(model, prefix):
    count = 0
    for name, child in model.named_children():
        if name.startswith(prefix):
            for p in child.parameters():
                p.requires_grad_(False)
                p.grad = None
                count += 1
    return count


def trainable(model):
    return [name for name, p in model.named_parameters() if p.requires_grad]
