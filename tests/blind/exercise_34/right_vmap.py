"""Right: vmap over grad of functional_call."""
import torch
from torch.func import functional_call, grad, vmap


def per_sample_gradients(model, loss_fn, x, y):
    params = {k: p.detach() for k, p in model.named_parameters()}

    def loss(params, xi, yi):
        return loss_fn(functional_call(model, params, (xi.unsqueeze(0),)), yi.unsqueeze(0))

    return vmap(grad(loss), in_dims=(None, 0, 0))(params, x, y)
