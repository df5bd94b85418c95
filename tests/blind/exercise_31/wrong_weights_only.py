"""Wrong: freezes the weights and not the biases, though it counts both."""


def freeze(model, prefix):
    count = 0
    for name, p in model.named_parameters():
        if name.startswith(prefix):
            if not name.endswith("bias"):
                p.requires_grad = False
                p.grad = None
            count += 1
    return count


def trainable(model):
    return [name for name, p in model.named_parameters() if p.requires_grad]
