"""Your function returns a number instead of a tensor

`item()` takes the number out of the tensor, and leaves the graph behind. For printing that is just right. But this
loss is to be differentiated by whoever called your function, and a Python number knows nothing of how it was
computed.
"""

from torch.nn import functional as F


def td_loss(online, target, s, r, s_next, gamma):
    return F.mse_loss(online(s), r + gamma * target(s_next).detach()).item()
