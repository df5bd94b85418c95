"""The target network is switched to evaluation mode

`eval()` has nothing to do with gradients: it tells layers such as dropout to work in another way. So it stops no
gradient, and it changes what the network computes, in every part of it, also after your function has returned.

In which mode the networks run is decided by the caller.
"""

from torch.nn import functional as F


def td_loss(online, target, s, r, s_next, gamma):
    target.eval()
    return F.mse_loss(online(s), r + gamma * target(s_next).detach())
