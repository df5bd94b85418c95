"""Takes from each picked parameter the gradient to come, and the gradient that is there."""

from torch import nn


def freeze(model: nn.Module, prefix: str) -> int:
    """Freeze the parameters whose name starts with `prefix`, and return how many these are."""
    picked = [p for name, p in model.named_parameters() if name.startswith(prefix)]
    for p in picked:
        p.requires_grad_(False)
        p.grad = None
    return len(picked)


def trainable(model: nn.Module) -> list[str]:
    """Return the names of the parameters that require grad, in the model's order."""
    return [name for name, p in model.named_parameters() if p.requires_grad]
