"""Your function passes over parameters that were frozen before

A parameter that does not require grad is left out, of the work and of the count. But someone may have taken
`requires_grad` from it and left its gradient, which still moves it. And the number that is asked for is that of the
names, whatever their state.

Freezing a frozen parameter once more does no harm.
"""


def freeze(model, prefix):
    count = 0
    for name, p in model.named_parameters():
        if name.startswith(prefix) and p.requires_grad:
            p.requires_grad_(False)
            p.grad = None
            count += 1
    return count


def trainable(model):
    return [name for name, p in model.named_parameters() if p.requires_grad]
