"""Wrong: clears every gradient; the others keep theirs."""


def freeze(model, prefix):
    model.zero_grad()
    count = 0
    for name, p in model.named_parameters():
        if name.startswith(prefix):
            p.requires_grad = False
            count += 1
    return count


def trainable(model):
    return [name for name, p in model.named_parameters() if p.requires_grad]
