"""Your frozen parameters still have the gradient of the last backward pass

Without `requires_grad` no later backward pass brings them anything. But the last one has, and the optimizer, which
looks into `.grad` and nowhere else, takes it for its next step. If nobody clears it, it takes the same one at every
step.

Freezing has two sides: the gradients to come, and the one that is there.
"""


def freeze(model, prefix):
    count = 0
    for name, p in model.named_parameters():
        if name.startswith(prefix):
            p.requires_grad_(False)
            count += 1
    return count


def trainable(model):
    return [name for name, p in model.named_parameters() if p.requires_grad]
