"""Calls `f` on non-leaf views of the inputs, and catches the gradients in hooks before they could get to the leaves."""

import torch


def pure_gradients(f, *inputs):
    views = [x.view_as(x) for x in inputs]
    caught = [None] * len(inputs)

    def catch(index):
        def hook(gradient):
            caught[index] = gradient

        return hook

    for index, view in enumerate(views):
        view.register_hook(catch(index))
    torch.autograd.backward(f(*views), inputs=views)
    return caught
