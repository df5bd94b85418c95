import torch
from torch import nn


def freeze(model, prefix):
    """Freeze the parameters whose name starts with `prefix`, and return how many these are."""
    count = 0
    for name, p in model.named_parameters():
        if name.startswith(prefix):
            p.requires_grad = False
            count += 1
    return count


def trainable(model):
    """Return the names of the parameters that are not frozen."""
    return [name for name, p in model.named_parameters()]


if __name__ == "__main__":
    model = nn.Sequential(nn.Linear(2, 3), nn.Linear(3, 1))
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1, momentum=0.9)
    model(torch.randn(5, 2)).square().mean().backward()
    before = model[0].weight.detach().clone()
    print(freeze(model, "0."), trainable(model))
    optimizer.step()
    print("the frozen layer has moved by", (model[0].weight - before).abs().max().item())
