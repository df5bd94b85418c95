"""Lets the hook stay and the gradients pile up, on a copy of the model; the scaled gradient is written into a clone."""

from copy import deepcopy


def layer_gradient(model, x, layer):
    model, outputs = deepcopy(model), []

    def keep(_module, _inputs, output):
        output.retain_grad()
        outputs.append(output)

    model.get_submodule(layer).register_forward_hook(keep)
    model(x).sum().backward()
    return outputs[-1].grad


def scale_gradient(t, factor):
    def scaled(gradient):
        result = gradient.clone()
        result *= factor
        return result

    t.register_hook(scaled)
