"""Your function counts numbers, not tensors

`numel()` is how many elements a parameter has. Added up they tell the size of the frozen part, which is often
printed. The text asks for how many parameters were picked: a weight is one, however large it is.
"""


def freeze(model, prefix):
    count = 0
    for name, p in model.named_parameters():
        if name.startswith(prefix):
            p.requires_grad_(False)
            p.grad = None
            count += p.numel()
    return count


def trainable(model):
    return [name for name, p in model.named_parameters() if p.requires_grad]
