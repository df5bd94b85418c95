"""Your function takes the prefix for a path of whole parts

With a dot put behind it, the prefix fits only where a part of the path ends. So `stem` picks `stem.0.weight` but not
`stem_norm.weight`, a full name such as `head.bias` picks nothing, and so does a prefix that ends with a dot already.

The prefix is nothing but the first characters of a name.
"""


def freeze(model, prefix):
    count = 0
    for name, p in model.named_parameters():
        if name.startswith(prefix + "."):
            p.requires_grad_(False)
            p.grad = None
            count += 1
    return count


def trainable(model):
    return [name for name, p in model.named_parameters() if p.requires_grad]
