import torch
from torch import nn


def train_step(model, optimizer, loss_fn, x, y):
    """Take one training step on the batch (x, y) and return the loss before it, as a float."""
    prediction = model(x)
    loss = loss_fn(prediction, y)
    loss.backward()
    optimizer.step()
    return loss


if __name__ == "__main__":
    model = nn.Linear(1, 1, bias=False, dtype=torch.float64)
    nn.init.ones_(model.weight)
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    x = torch.tensor([[1.0], [2.0]], dtype=torch.float64)
    y = torch.tensor([[3.0], [5.0]], dtype=torch.float64)
    for _ in range(5):
        print(train_step(model, optimizer, nn.functional.mse_loss, x, y))
