import torch
from torch import nn


def td_loss(online, target, s, r, s_next, gamma):
    """Return the mean squared error between `online(s)` and the goal `r + gamma * target(s_next)`."""
    prediction = online(s)
    goal = r + gamma * target(s_next)
    return ((prediction - goal) ** 2).mean()


if __name__ == "__main__":
    online, target = (nn.Linear(1, 1, bias=False, dtype=torch.float64) for _ in range(2))
    nn.init.constant_(online.weight, 2.0)
    nn.init.constant_(target.weight, 3.0)
    s = torch.tensor([[1.0], [2.0]], dtype=torch.float64)
    r = torch.tensor([[1.0], [0.0]], dtype=torch.float64)
    s_next = torch.tensor([[2.0], [3.0]], dtype=torch.float64)
    loss = td_loss(online, target, s, r, s_next, 0.5)
    loss.backward()
    print("loss:", loss.item())
    print("gradients:", online.weight.grad, target.weight.grad)
