"""Wrong: puts new, frozen parameters into the model; the optimizer goes on moving the old ones, and the model's are other objects."""
import torch


def freeze(model, prefix):
    names = [n for n, _ in model.named_parameters() if n.startswith(prefix)]
    for name in names:
        path, _, last = name.rpartition(".")
        module = model.get_submodule(path)
        setattr(module, last, torch.nn.Parameter(getattr(module, last).detach(), requires_grad=False))
    return len(names)


def trainable(model):
    return [name for name, p in model.named_parameters() if p.requires_grad]
