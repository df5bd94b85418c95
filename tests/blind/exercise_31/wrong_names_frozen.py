"""Wrong: names the frozen ones."""


def freeze(model, prefix):
    count = 0
    for name, p in model.named_parameters():
        if name.startswith(prefix):
            p.requires_grad = False
            p.grad = None
            count += 1
    return count


def trainable(model):
    return [name for name, p in model.named_parameters() if not p.requires_grad]
