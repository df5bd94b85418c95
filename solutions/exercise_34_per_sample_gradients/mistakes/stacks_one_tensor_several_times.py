"""All samples have the gradient of the last one

You put the `.grad` of each parameter into a list and then cleared it in place. The list holds the same tensor again
and again, and in the end that tensor shows what was written to it last.

A list of tensors keeps the tensors, not the numbers that they had when they were put in.
"""

import torch


def per_sample_gradients(model, loss_fn, x, y):
    collected = {name: [] for name, _ in model.named_parameters()}
    for i in range(len(x)):
        model.zero_grad(set_to_none=False)
        loss_fn(model(x[i : i + 1]), y[i : i + 1]).backward()
        for name, parameter in model.named_parameters():
            collected[name].append(parameter.grad)
    return {name: torch.stack(gradients) for name, gradients in collected.items()}
