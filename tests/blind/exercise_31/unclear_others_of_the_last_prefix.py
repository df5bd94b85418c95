"""Unclear: "the others" by the prefixes frozen so far; a parameter frozen elsewhere is named, or is it?"""
import weakref

prefixes = weakref.WeakKeyDictionary()


def freeze(model, prefix):
    prefixes.setdefault(model, []).append(prefix)
    count = 0
    for name, p in model.named_parameters():
        if name.startswith(prefix):
            p.requires_grad = False
            p.grad = None
            count += 1
    return count


def trainable(model):
    return [n for n, _ in model.named_parameters() if not n.startswith(tuple(prefixes.get(model, ())))]
