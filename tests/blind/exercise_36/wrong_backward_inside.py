"""Wrong: runs backward itself, so the returned loss cannot be differentiated any more."""
import torch


def td_loss(online, target, s, r, s_next, gamma):
    with torch.no_grad():
        goal = r + gamma * target(s_next)
    loss = ((online(s) - goal) ** 2).mean()
    loss.backward()
    return loss
