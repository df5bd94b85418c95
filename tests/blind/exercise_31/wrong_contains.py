"""Wrong: the prefix anywhere in the name."""


def freeze(model, prefix):
    count = 0
    for name, p in model.named_parameters():
        if prefix in name:
            p.requires_grad = False
            p.grad = None
            count += 1
    return count


def trainable(model):
    return [name for name, p in model.named_parameters() if p.requires_grad]
