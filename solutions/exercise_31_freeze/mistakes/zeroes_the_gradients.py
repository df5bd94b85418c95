"""Your frozen parameters have a gradient of zero, and move on

A gradient of zero means no movement only to the plainest of optimizers. With momentum the running sum of earlier
gradients carries the parameter on, a little less far at each step, and weight decay pulls it towards zero.

The optimizer passes over a parameter in one case only, and zero is not that case.
"""


def freeze(model, prefix):
    count = 0
    for name, p in model.named_parameters():
        if name.startswith(prefix):
            p.requires_grad_(False)
            if p.grad is not None:
                p.grad.zero_()
            count += 1
    return count


def trainable(model):
    return [name for name, p in model.named_parameters() if p.requires_grad]
