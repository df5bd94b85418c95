import torch
from torch import nn


def average_loss(model, batches, loss_fn):
    """Return the average loss over the batches, and leave its gradients in `.grad`."""
    model.zero_grad()
    total = 0.0
    for x, y in batches:
        total = total + loss_fn(model(x), y)
    average = total / len(batches)
    average.backward()
    return average.item()


if __name__ == "__main__":
    model = nn.Linear(1, 1, bias=False, dtype=torch.float64)
    nn.init.ones_(model.weight)
    x = torch.tensor([[1.0], [2.0]], dtype=torch.float64)
    batches = [
        (x, torch.tensor([[3.0], [5.0]], dtype=torch.float64)),
        (x, torch.tensor([[2.0], [2.0]], dtype=torch.float64)),
    ]
    print(average_loss(model, batches, nn.functional.mse_loss), model.weight.grad)
