"""Right: recursion over the iterator, NumPy means."""
import numpy as np
import torch


def _steps(model, it, optimizer, loss_fn):
    for x, y in it:
        optimizer.zero_grad()
        params = [p for g in optimizer.param_groups for p in g["params"]]
        loss = loss_fn(model(x), y)
        for p, g in zip(params, torch.autograd.grad(loss, params, allow_unused=True)):
            p.grad = g
        optimizer.step()
        return (np.float64(loss.item()),) + _steps(model, it, optimizer, loss_fn)
    return ()


def train_epoch(model, loader, optimizer, loss_fn):
    return _steps(model.train(), iter(loader), optimizer, loss_fn)


class Modes:
    def __init__(self, model):
        self.model = model
        self.on = {m for m in model.modules() if m.training}

    def restore(self):
        for m in self.model.modules():
            m.training = m in self.on


def evaluate(model, loader, loss_fn):
    modes = Modes(model)
    model.train(False)
    losses, sizes = [], []
    for x, y in loader:
        with torch.no_grad():
            losses.append(loss_fn(model(x), y).numpy())
        sizes.append(y.shape[0])
    modes.restore()
    return np.average(losses, weights=sizes)
