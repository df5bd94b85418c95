"""The two networks have changed places

Your prediction comes from the target network, and the goal from the online network. So the one that should learn only
sets goals, and the one that should set them is given the gradient. With one network for both, nobody would notice.
"""

from torch.nn import functional as F


def td_loss(online, target, s, r, s_next, gamma):
    return F.mse_loss(target(s), r + gamma * online(s_next).detach())
