"""Wrong: makes an SGD of its own with lr 0.1 and ignores the optimizer given."""
import torch


def train_step(model, optimizer, loss_fn, x, y):
    opt = torch.optim.SGD(model.parameters(), lr=0.1)
    opt.zero_grad()
    loss = loss_fn(model(x), y)
    loss.backward()
    opt.step()
    return loss.item()
