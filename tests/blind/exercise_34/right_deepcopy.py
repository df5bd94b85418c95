"""Right: backward on a deep copy of the model, an OrderedDict."""
import copy
from collections import OrderedDict

import torch as t


def per_sample_gradients(model: t.nn.Module, loss_fn, x: t.Tensor, y: t.Tensor) -> dict[str, t.Tensor]:
    twin = copy.deepcopy(model)
    out = OrderedDict((n, t.zeros(len(x), *p.shape, dtype=p.dtype)) for n, p in twin.named_parameters())
    for i, (xi, yi) in enumerate(zip(x.split(1), y.split(1))):
        twin.zero_grad()
        loss_fn(twin(xi), yi).backward()
        for n, p in twin.named_parameters():
            out[n][i] = p.grad
    return out
