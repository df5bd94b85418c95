"""Wrong: the names in the alphabet's order, not the model's."""


def freeze(model, prefix):
    count = 0
    for name, p in model.named_parameters():
        if name.startswith(prefix):
            p.requires_grad = False
            p.grad = None
            count += 1
    return count


def trainable(model):
    return sorted(name for name, p in model.named_parameters() if p.requires_grad)
