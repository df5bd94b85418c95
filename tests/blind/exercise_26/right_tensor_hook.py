"""Right: a tensor hook in the forward hook writes the gradient down; .grad of the parameters is put aside and back."""
import torch


def layer_gradient(model, x, layer):
    found = {}

    def on_grad(g):
        found["g"] = g.detach().clone()

    def on_forward(module, args, output):
        output.register_hook(on_grad)

    old = [(p, p.grad) for p in model.parameters()]
    had = x.grad
    for p, _ in old:
        p.grad = None
    handle = model.get_submodule(layer).register_forward_hook(on_forward)
    model(x).sum().backward()
    handle.remove()
    for p, g in old:
        p.grad = g
    x.grad = had
    return found["g"]


def scale_gradient(t, factor):
    def hook(g):
        return torch.mul(g, factor)

    t.register_hook(hook)
