import torch
from torch import nn


def accumulated_step(model, optimizer, loss_fn, micro_batches):
    """Take one step on all micro-batches together, and return the mean loss over all samples."""
    total = 0.0
    for x, y in micro_batches:
        optimizer.zero_grad()
        loss = loss_fn(model(x), y)
        loss.backward()
        optimizer.step()
        total += loss.item()
    return total / len(micro_batches)


if __name__ == "__main__":
    model = nn.Linear(1, 1, bias=False, dtype=torch.float64)
    nn.init.ones_(model.weight)
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    micro_batches = [
        (torch.tensor([[1.0], [2.0]], dtype=torch.float64), torch.tensor([[3.0], [5.0]], dtype=torch.float64)),
        (torch.tensor([[1.0]], dtype=torch.float64), torch.tensor([[2.0]], dtype=torch.float64)),
    ]
    print(accumulated_step(model, optimizer, nn.functional.mse_loss, micro_batches), model.weight)
