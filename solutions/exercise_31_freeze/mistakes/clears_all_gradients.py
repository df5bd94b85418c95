"""Your function clears the gradients of the whole model

`model.zero_grad()` makes no difference between what is frozen and what is not. If the function is called between a
backward pass and the step, the parameters that should go on training have lost their gradient.

What is not picked is none of the function's business.
"""


def freeze(model, prefix):
    count = 0
    for name, p in model.named_parameters():
        if name.startswith(prefix):
            p.requires_grad_(False)
            count += 1
    model.zero_grad()
    return count


def trainable(model):
    return [name for name, p in model.named_parameters() if p.requires_grad]
