"""Right: a dictionary of parameters and a slice of the name."""


def freeze(model, prefix):
    parameters = dict(model.named_parameters())
    names = [n for n in parameters if n[: len(prefix)] == prefix]
    for n in names:
        del parameters[n].grad
        parameters[n].requires_grad_(requires_grad=False)
    return len(names)


def trainable(model):
    names = []
    for n, p in model.named_parameters():
        if not p.requires_grad:
            continue
        names.append(n)
    return names
