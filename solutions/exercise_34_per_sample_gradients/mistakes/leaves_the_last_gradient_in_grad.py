"""The `.grad` of the parameters is overwritten

The gradients that you return are right. But each went through `.grad`, which you cleared for it, and the last one is
still there. A caller who was collecting a gradient there, or was about to take a step, finds another one.

The exercise asks that nobody's `.grad` is touched. There is a way to get gradients that does not pass through it.
"""

import torch


def per_sample_gradients(model, loss_fn, x, y):
    collected = {name: [] for name, _ in model.named_parameters()}
    for i in range(len(x)):
        model.zero_grad()
        loss_fn(model(x[i : i + 1]), y[i : i + 1]).backward()
        for name, parameter in model.named_parameters():
            collected[name].append(parameter.grad)
    return {name: torch.stack(gradients) for name, gradients in collected.items()}
