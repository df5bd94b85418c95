"""Wrong: moves the target a little toward online, as some training loops do."""
import torch


def td_loss(online, target, s, r, s_next, gamma):
    with torch.no_grad():
        goal = r + gamma * target(s_next)
    with torch.no_grad():
        for p, q in zip(target.parameters(), online.parameters()):
            p.lerp_(q, 0.01)
    return ((online(s) - goal) ** 2).mean()
