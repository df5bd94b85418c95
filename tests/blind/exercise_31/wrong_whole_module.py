"""Wrong: takes the prefix for a module's whole name; a name that merely starts with it is passed over."""


def freeze(model, prefix):
    count = 0
    for name, p in model.named_parameters():
        if name.startswith(prefix.rstrip(".") + "."):
            p.requires_grad = False
            p.grad = None
            count += 1
    return count


def trainable(model):
    return [name for name, p in model.named_parameters() if p.requires_grad]
