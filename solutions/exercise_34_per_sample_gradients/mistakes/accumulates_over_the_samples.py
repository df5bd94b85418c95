"""Each sample's gradient contains those of the samples before

`backward()` adds to `.grad`. The gradient of the second sample arrives on top of that of the first, and so on to the
end of the batch; whatever was in `.grad` before the call is in all of them.

It is the loop of exercise 3, with a batch in place of the calls.
"""

import torch


def per_sample_gradients(model, loss_fn, x, y):
    collected = {name: [] for name, _ in model.named_parameters()}
    for i in range(len(x)):
        loss_fn(model(x[i : i + 1]), y[i : i + 1]).backward()
        for name, parameter in model.named_parameters():
            collected[name].append(parameter.grad.clone())
    return {name: torch.stack(gradients) for name, gradients in collected.items()}
