"""Gives each backward pass the batch's share as upstream gradient; one function a batch ends its graph."""

import torch as t


def share_of_batch(model, loss_fn, x, y, share):
    loss = loss_fn(model(x), y)
    loss.backward(gradient=t.full_like(loss, share))
    return share * float(loss.detach())


def average_loss(model, batches, loss_fn):
    for p in model.parameters():
        if p.grad is not None:
            p.grad.zero_()
    return sum(share_of_batch(model, loss_fn, x, y, 1 / len(batches)) for x, y in batches)
