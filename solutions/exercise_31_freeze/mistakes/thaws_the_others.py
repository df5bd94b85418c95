"""Your function makes everything trainable that it does not freeze

`requires_grad` is set for every parameter, to False or to True. So what was frozen by an earlier call, or came
frozen, trains again, and of several parts only the last one stays frozen.

To freeze is to move a switch in one direction, for those that are picked.
"""


def freeze(model, prefix):
    count = 0
    for name, p in model.named_parameters():
        p.requires_grad_(not name.startswith(prefix))
        if not p.requires_grad:
            p.grad = None
            count += 1
    return count


def trainable(model):
    return [name for name, p in model.named_parameters() if p.requires_grad]
