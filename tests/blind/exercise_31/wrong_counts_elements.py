"""Wrong: counts numbers, not tensors."""


def freeze(model, prefix):
    count = 0
    for name, p in model.named_parameters():
        if name.startswith(prefix):
            p.requires_grad = False
            p.grad = None
            count += p.numel()
    return count


def trainable(model):
    return [name for name, p in model.named_parameters() if p.requires_grad]
