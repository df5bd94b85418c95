"""The loss is not the mean squared error

A smooth L1 loss grows only linearly where the error is large, and is half the square where it is small. It is popular
for this purpose, because single large errors disturb it less. But it is another loss, with other gradients.
"""

from torch.nn import functional as F


def td_loss(online, target, s, r, s_next, gamma):
    return F.smooth_l1_loss(online(s), r + gamma * target(s_next).detach())
