"""Wrong: Adam, not plain gradient descent."""
import torch


def fit(x, y, w, b, lr, steps):
    opt = torch.optim.Adam([w, b], lr=lr)
    losses = []
    for _ in range(steps):
        opt.zero_grad()
        loss = 0.5 * ((w * x**2 + b - y) ** 2).sum()
        losses.append(loss.item())
        loss.backward()
        opt.step()
    return losses
