"""Wrong: .grad is None but the parameters still require grad; the next backward fills it."""

frozen = set()


def freeze(model, prefix):
    names = [name for name, _ in model.named_parameters() if name.startswith(prefix)]
    for name in names:
        model.get_parameter(name).grad = None
        frozen.add(name)
    return len(names)


def trainable(model):
    return [name for name, _ in model.named_parameters() if name not in frozen]
