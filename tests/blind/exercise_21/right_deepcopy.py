"""Right: evaluates a copy of the model, so that the model itself is never touched."""
import copy

import torch


def train_epoch(model, loader, optimizer, loss_fn):
    for m in model.modules():
        m.training = True
    history = []
    for batch in loader:
        x, y = batch
        loss = loss_fn(model(x), y)
        model.zero_grad()
        loss.backward()
        optimizer.step()
        history.append(loss.detach().item())
    return history


@torch.no_grad()
def evaluate(model, loader, loss_fn):
    twin = copy.deepcopy(model).eval()
    losses, sizes = [], []
    for x, y in loader:
        losses.append(loss_fn(twin(x), y))
        sizes.append(x.size(0))
    sizes = torch.tensor(sizes, dtype=losses[0].dtype)
    return (torch.stack(losses) @ sizes / sizes.sum()).item()
