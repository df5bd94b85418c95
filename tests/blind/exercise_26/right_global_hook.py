"""Right: a hook for all modules, that looks for the one, and is removed."""
import torch


def layer_gradient(model, x, layer):
    wanted = model.get_submodule(layer)
    out = None

    def look(module, args, result):
        nonlocal out
        if module is wanted:
            out = result

    handle = torch.nn.modules.module.register_module_forward_hook(look)
    try:
        loss = torch.sum(model(x))
    finally:
        handle.remove()
    out.retain_grad()
    torch.autograd.backward(loss, inputs=[out])
    return out.grad


def scale_gradient(t, factor):
    t.register_hook(lambda g: g * factor)
