"""Wrong: compares the prefix with the first part of the name alone."""


def freeze(model, prefix):
    count = 0
    for name, p in model.named_parameters():
        if name.split(".")[0].startswith(prefix):
            p.requires_grad = False
            p.grad = None
            count += 1
    return count


def trainable(model):
    return [name for name, p in model.named_parameters() if p.requires_grad]
