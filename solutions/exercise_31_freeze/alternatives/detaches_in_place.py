"""Detaches each leaf in place, which is the same as taking `requires_grad` from it; compares by slices."""


def freeze(model, prefix):
    count = 0
    for name, p in model.named_parameters():
        if name[: len(prefix)] == prefix:
            p.grad = None
            p.detach_()
            count += 1
    return count


def trainable(model):
    return tuple(name for name, p in dict(model.named_parameters()).items() if p.requires_grad)
