"""Right: scale_gradient by a prehook of the node that made t."""
import torch


def layer_gradient(model, x, layer):
    kept = []
    handle = model.get_submodule(layer).register_forward_hook(lambda module, args, out: kept.append(out))
    try:
        total = model(x).sum()
    finally:
        handle.remove()
    return torch.autograd.grad(total, kept[0])[0]


def scale_gradient(t, factor):
    k = t.output_nr

    def scaled(grads):
        return tuple(g * factor if i == k and g is not None else g for i, g in enumerate(grads))

    t.grad_fn.register_prehook(scaled)
