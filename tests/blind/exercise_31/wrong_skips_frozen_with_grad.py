"""Wrong: a parameter that no longer requires grad but has a stale .grad is passed over, and the optimizer moves it."""


def freeze(model, prefix):
    count = 0
    for name, p in model.named_parameters():
        if name.startswith(prefix):
            count += 1
            if p.requires_grad:
                p.requires_grad = False
                p.grad = None
    return count


def trainable(model):
    return [name for name, p in model.named_parameters() if p.requires_grad]
