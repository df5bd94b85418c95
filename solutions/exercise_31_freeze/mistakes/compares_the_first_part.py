"""Your function compares the prefix with the first part of the name only

Of `stem.0.weight` you look at what stands before the first dot, and ask whether it is the prefix. So `stem.0`,
`stem.`, and the beginning of a word pick nothing, and the empty string, which every name begins with, picks nothing
either.

The prefix is compared with the whole name, character by character, and may end anywhere in it.
"""


def freeze(model, prefix):
    count = 0
    for name, p in model.named_parameters():
        if name.split(".")[0] == prefix:
            p.requires_grad_(False)
            p.grad = None
            count += 1
    return count


def trainable(model):
    return [name for name, p in model.named_parameters() if p.requires_grad]
