"""Right: .grad = None by hand over the parameters."""
import torch


def clear(model):
    for p in model.parameters():
        p.grad = None


def train_step(model, optimizer, loss_fn, x, y):
    clear(model)
    out = model(x)
    loss = loss_fn(out, y)
    before = loss.item()
    torch.autograd.backward(loss)
    optimizer.step()
    return before
