"""Your function replaces the parameters by new ones

The model now holds copies that do not require grad. The optimizer still holds the tensors from before, with their
gradients, and moves them. They have nothing to do with the model any more. Should the layer train again one day, it
will not, because no optimizer knows the new tensors.

Who holds a parameter holds the object. To freeze it means to change that object.
"""

from torch import nn


def freeze(model, prefix):
    picked = [(name, p) for name, p in model.named_parameters() if name.startswith(prefix)]
    for name, p in picked:
        path, _, last = name.rpartition(".")
        setattr(model.get_submodule(path), last, nn.Parameter(p.detach().clone(), requires_grad=False))
    return len(picked)


def trainable(model):
    return [name for name, p in model.named_parameters() if p.requires_grad]
