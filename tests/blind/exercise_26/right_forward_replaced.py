"""Right: forward is replaced for a while on the one module; no hook at all."""
import torch


def layer_gradient(model, x, layer):
    module = model
    for name in layer.split("."):
        module = getattr(module, name)
    plain = module.forward
    outputs = []

    def forward(*args, **kwargs):
        outputs.append(plain(*args, **kwargs))
        return outputs[-1]

    module.forward = forward
    try:
        y = model(x)
    finally:
        del module.forward
    (g,) = torch.autograd.grad(y.sum(), outputs[-1])
    return g.clone()


def scale_gradient(t, factor):
    t.register_hook(lambda g: g * factor)
