"""Wrong: counts all frozen parameters of the model, those of another prefix too."""


def freeze(model, prefix):
    for name, p in model.named_parameters():
        if name.startswith(prefix):
            p.requires_grad = False
            p.grad = None
    return sum(not p.requires_grad for p in model.parameters())


def trainable(model):
    return [name for name, p in model.named_parameters() if p.requires_grad]
