"""Wrong: freeze returns nothing."""


def freeze(model, prefix):
    for name, p in model.named_parameters():
        if name.startswith(prefix):
            p.requires_grad = False
            p.grad = None


def trainable(model):
    return [name for name, p in model.named_parameters() if p.requires_grad]
