"""Wrong: counts modules, not tensors."""


def freeze(model, prefix):
    modules = set()
    for name, p in model.named_parameters():
        if name.startswith(prefix):
            p.requires_grad = False
            p.grad = None
            modules.add(name.rpartition(".")[0])
    return len(modules)


def trainable(model):
    return [name for name, p in model.named_parameters() if p.requires_grad]
