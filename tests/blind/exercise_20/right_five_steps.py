"""Right: the five steps, one a line."""
import torch


def train_step(model, optimizer, loss_fn, x, y):
    # 1. clear
    optimizer.zero_grad()
    # 2. forward
    prediction = model(x)
    # 3. loss
    loss = loss_fn(prediction, y)
    # 4. backward
    loss.backward()
    # 5. step
    optimizer.step()
    print("loss:", loss.item())
    return loss.item()
