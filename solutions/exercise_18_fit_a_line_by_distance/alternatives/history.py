"""Keeps the parameters of every epoch, and looks for the lowest loss at the end."""

import torch


def fit_line(x, y, lr, epochs):
    p = torch.zeros(2, dtype=torch.float64, requires_grad=True)
    optimizer = torch.optim.SGD([p], lr=lr)
    losses, visited = [], []
    for _ in range(epochs):
        optimizer.zero_grad()
        loss = ((p[0] * x - y + p[1]).square() / (p[0].square() + 1)).mean()
        loss.backward()
        losses.append(loss.item())
        visited.append(p.tolist())
        optimizer.step()
    a, b = visited[losses.index(min(losses))]
    return a, b, losses
