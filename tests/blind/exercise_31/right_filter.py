"""Right: filter and requires_grad_, a tuple of names."""
import torch as t


def freeze(model: t.nn.Module, prefix: str) -> int:
    chosen = list(filter(lambda item: item[0].startswith(prefix), model.named_parameters()))
    for _, p in chosen:
        p.requires_grad_(False).grad = None
    return len(chosen)


def trainable(model: t.nn.Module):
    return tuple(name for name, p in model.named_parameters() if p.requires_grad)
