import torch
from torch import nn


def layer_gradient(model, x, layer):
    """Return the gradient of model(x).sum() with respect to the output of the submodule `layer`."""
    outputs = []

    def keep(module, inputs, output):
        output.retain_grad()
        outputs.append(output)

    model.get_submodule(layer).register_forward_hook(keep)
    model(x).sum().backward()
    return outputs[0].grad


def scale_gradient(t, factor):
    """Have the gradient that flows back through t multiplied by factor."""
    t = t * factor


if __name__ == "__main__":
    model = nn.Sequential(nn.Linear(1, 1, dtype=torch.float64), nn.Linear(1, 1, dtype=torch.float64))
    nn.init.constant_(model[1].weight, 3.0)
    x = torch.tensor([[1.0], [2.0]], dtype=torch.float64)
    print(layer_gradient(model, x, "0"))
    print("hooks left:", len(model[0]._forward_hooks), "weight.grad:", model[0].weight.grad)

    w = torch.tensor([1.0, 2.0], dtype=torch.float64, requires_grad=True)
    t = 5 * w
    scale_gradient(t, 0.1)
    (t + w).sum().backward()
    print(w.grad)
