"""Right: zeros are added to the output, and the gradient of the zeros is taken."""
import torch


class Probe:
    def __call__(self, module, args, output):
        self.zeros = torch.zeros_like(output, requires_grad=True)
        return output + self.zeros


def layer_gradient(model, x, layer):
    probe = Probe()
    handle = model.get_submodule(layer).register_forward_hook(probe)
    try:
        y = model(x)
        y.sum().backward(inputs=[probe.zeros])
    finally:
        handle.remove()
    return probe.zeros.grad


def scale_gradient(t, factor):
    t.register_hook(lambda g: g * factor)
