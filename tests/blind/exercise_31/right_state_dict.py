"""Right: state_dict's names with the variables kept; buffers are passed over."""
import torch


def parameters(model):
    return {n: p for n, p in model.state_dict(keep_vars=True).items() if isinstance(p, torch.nn.Parameter)}


def freeze(model, prefix):
    return sum(1 for n, p in parameters(model).items() if n.startswith(prefix) and stop(p))


def stop(p):
    p.grad = None
    p.requires_grad_(False)
    return True


def trainable(model):
    return [n for n, p in parameters(model).items() if p.requires_grad]
