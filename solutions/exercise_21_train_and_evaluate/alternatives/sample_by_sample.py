"""Evaluates one sample at a time, as a function of detached parameters; clears once ahead and after each step."""

import torch
from torch.func import functional_call


def train_epoch(model, loader, optimizer, loss_fn):
    model.train()
    model.zero_grad()
    losses = []
    for x, y in loader:
        loss = loss_fn(model(x), y)
        torch.autograd.backward(loss)
        optimizer.step()
        optimizer.zero_grad()
        losses.append(loss.item())
    return losses


def evaluate(model, loader, loss_fn):
    state = {name: value.detach() for name, value in model.state_dict(keep_vars=True).items()}
    modes = [(module, module.training) for module in model.modules()]
    model.eval()
    losses = []
    for x, y in loader:
        prediction = functional_call(model, state, (x,))
        losses.extend(loss_fn(prediction[i : i + 1], y[i : i + 1]).item() for i in range(len(x)))
    for module, mode in modes:
        module.training = mode
    return sum(losses) / len(losses)
