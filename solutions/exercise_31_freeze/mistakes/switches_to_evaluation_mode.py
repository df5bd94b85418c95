"""Your function switches the model to evaluation mode

`eval()` changes how dropout and batch normalisation compute. It freezes nothing, since no parameter's `requires_grad`
depends on it, and it reaches the whole model, also the part that goes on training.

For a frozen normalisation it can be wanted, too. But then somebody decides it for that part.
"""


def freeze(model, prefix):
    model.eval()
    count = 0
    for name, p in model.named_parameters():
        if name.startswith(prefix):
            p.requires_grad_(False)
            p.grad = None
            count += 1
    return count


def trainable(model):
    return [name for name, p in model.named_parameters() if p.requires_grad]
