"""Wrong: takes an optimizer step at the end; parameters are left as found."""
import torch


def average_loss(model, batches, loss_fn):
    optimizer = torch.optim.SGD(model.parameters(), lr=0.01)
    optimizer.zero_grad()
    total = 0.0
    for x, y in batches:
        loss = loss_fn(model(x), y) / len(batches)
        loss.backward()
        total += loss.item()
    optimizer.step()
    return total
