"""Takes the Jacobian of the vector of all losses with respect to the dict of parameters."""

import torch
from torch.func import functional_call, jacrev


def per_sample_gradients(model, loss_fn, x, y):
    def losses_of(values):
        prediction = functional_call(model, values, (x,))
        return torch.stack([loss_fn(prediction[i : i + 1], y[i : i + 1]) for i in range(len(y))])

    return jacrev(losses_of)({k: v.detach() for k, v in model.named_parameters()})
