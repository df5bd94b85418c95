"""Right: detach on the goal, mse_loss."""
import torch as t
import torch.nn.functional as F


def td_loss(online, target, s: t.Tensor, r: t.Tensor, s_next: t.Tensor, gamma: float) -> t.Tensor:
    goal = (r + gamma * target(s_next)).detach()
    return F.mse_loss(online(s), goal)
