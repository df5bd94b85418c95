"""Walks down the modules itself and puts the names together; a regular expression compares them."""

import re


def walk(module, path=""):
    for name, p in module._parameters.items():
        if p is not None:
            yield path + name, p
    for name, child in module.named_children():
        yield from walk(child, path + name + ".")


def freeze(model, prefix):
    pattern = re.compile(re.escape(prefix))
    picked = [p for name, p in walk(model) if pattern.match(name)]
    for p in picked:
        p.grad = None
        p.requires_grad_(requires_grad=False)
    return sum(1 for _ in picked)


def trainable(model):
    return [name for name, p in walk(model) if p.requires_grad]
