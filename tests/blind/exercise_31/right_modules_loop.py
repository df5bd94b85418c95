"""Right: modules and their own parameters, each by its full path."""


def freeze(model, prefix):
    hit = []
    for path, module in model.named_modules():
        for own, p in module.named_parameters(prefix=path, recurse=False):
            if own.startswith(prefix):
                hit.append(p)
    for p in hit:
        p.requires_grad_(False)
        p.grad = None
    return len(hit)


def trainable(model):
    return [*{n: 0 for n, p in model.named_parameters() if p.requires_grad}]
