"""Wrong: sets requires_grad of all, so that others frozen before are trained again."""


def freeze(model, prefix):
    count = 0
    for name, p in model.named_parameters():
        p.requires_grad = not name.startswith(prefix)
        if not p.requires_grad:
            p.grad = None
            count += 1
    return count


def trainable(model):
    return [name for name, p in model.named_parameters() if p.requires_grad]
