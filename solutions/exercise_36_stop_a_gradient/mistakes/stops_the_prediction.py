"""The gradient is stopped at the prediction, and not at the goal

You detached the wrong one of the two. Now the goal is moved towards the prediction: the online network learns
nothing, and the target network learns to confirm what the other one says.

Of prediction and goal, which one should change?
"""


def td_loss(online, target, s, r, s_next, gamma):
    prediction = online(s).detach()
    goal = r + gamma * target(s_next)
    return ((prediction - goal) ** 2).mean()
