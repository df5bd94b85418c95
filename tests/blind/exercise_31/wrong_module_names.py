"""Wrong: the names of the modules, not of their parameters."""


def freeze(model, prefix):
    count = 0
    for name, p in model.named_parameters():
        if name.startswith(prefix):
            p.requires_grad = False
            p.grad = None
            count += 1
    return count


def trainable(model):
    return [name for name, m in model.named_modules() if any(p.requires_grad for p in m.parameters(recurse=False))]
