"""Wrong: evaluate leaves the gradient mode off."""
import torch


def train_epoch(model, loader, optimizer, loss_fn):
    torch.set_grad_enabled(True)
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
    modes = [(m, m.training) for m in model.modules()]
    model.eval()
    total, count = 0.0, 0
    torch.set_grad_enabled(False)
    for x, y in loader:
        total += loss_fn(model(x), y).item() * len(x)
        count += len(x)
    for m, mode in modes:
        m.training = mode
    return total / count
