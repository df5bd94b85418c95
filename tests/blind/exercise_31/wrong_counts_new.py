"""Wrong: counts only those that were not frozen before."""


def freeze(model, prefix):
    count = 0
    for name, p in model.named_parameters():
        if name.startswith(prefix) and p.requires_grad:
            p.requires_grad = False
            p.grad = None
            count += 1
    return count


def trainable(model):
    return [name for name, p in model.named_parameters() if p.requires_grad]
