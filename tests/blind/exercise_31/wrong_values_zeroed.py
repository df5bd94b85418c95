"""Wrong: sets the frozen parameters to zero."""


def freeze(model, prefix):
    count = 0
    for name, p in model.named_parameters():
        if name.startswith(prefix):
            p.requires_grad = False
            p.grad = None
            p.zero_()
            count += 1
    return count


def trainable(model):
    return [name for name, p in model.named_parameters() if p.requires_grad]
