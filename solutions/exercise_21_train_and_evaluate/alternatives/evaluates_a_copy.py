"""Evaluates a deep copy of the model, which may stay in evaluation mode; the original is not touched at all."""

from copy import deepcopy

import torch as t


def train_epoch(model, loader, optimizer, loss_fn):
    losses = []
    for x, y in loader:
        model.train(True)
        for p in model.parameters():
            p.grad = None
        loss = loss_fn(model(x), y)
        loss.backward()
        optimizer.step()
        losses.append(loss.detach())
    return t.stack(losses).tolist()


@t.no_grad()
def evaluate(model, loader, loss_fn):
    model = deepcopy(model).eval()
    total = count = 0
    for x, y in loader:
        total += len(y) * loss_fn(model(x), y)
        count += len(y)
    return (total / count).item()
