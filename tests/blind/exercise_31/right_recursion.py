"""Right: recursion over the modules, the names put together by hand."""


def walk(module, path=""):
    for name, p in module._parameters.items():
        if p is not None:
            yield path + name, p
    for name, child in module.named_children():
        yield from walk(child, path + name + ".")


def freeze(model, prefix):
    total = 0
    for name, p in walk(model):
        if name.find(prefix) == 0:
            p.grad, p.requires_grad = None, False
            total += 1
    return total


def trainable(model):
    return list(name for name, p in walk(model) if p.requires_grad)
