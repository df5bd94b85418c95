"""Unclear: counts buffers with such a name too ("how many tensors have such a name")."""


def freeze(model, prefix):
    for name, p in model.named_parameters():
        if name.startswith(prefix):
            p.requires_grad = False
            p.grad = None
    return sum(name.startswith(prefix) for name in model.state_dict())


def trainable(model):
    return [name for name, p in model.named_parameters() if p.requires_grad]
