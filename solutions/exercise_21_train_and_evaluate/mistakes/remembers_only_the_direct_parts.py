"""Your evaluation forgets the parts inside the parts

`model.children()` gives the modules directly below the model. A `Sequential` within a `Sequential` has parts of its
own; `eval()` reaches them, and what you put back does not, or puts the flag of the outer part on all of them.

A model is a tree. What goes down the whole of it on the way in has to go down the whole of it on the way back.
"""

import torch


def train_epoch(model, loader, optimizer, loss_fn):
    model.train()
    losses = []
    for x, y in loader:
        optimizer.zero_grad()
        loss = loss_fn(model(x), y)
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    return losses


def evaluate(model, loader, loss_fn):
    mode = model.training
    modes = {part: part.training for part in model.children()}
    model.eval()
    total, count = 0.0, 0
    with torch.no_grad():
        for x, y in loader:
            total += loss_fn(model(x), y).item() * len(x)
            count += len(x)
    model.training = mode
    for part, mode in modes.items():
        part.train(mode)
    return total / count
