"""Fills a list of zeros first, and lets a hook on each input replace its entry when a gradient passes there."""

import torch


def gradients_or_zeros(loss, inputs):
    gradients = [torch.zeros_like(each).detach() for each in inputs]

    def receiver(index):
        def receive(gradient):
            gradients[index] = gradient.detach().clone()

        return receive

    hooks = [each.register_hook(receiver(index)) for index, each in enumerate(inputs)]
    torch.autograd.grad(loss, list(inputs), allow_unused=True)
    for hook in hooks:
        hook.remove()
    return tuple(gradients)
