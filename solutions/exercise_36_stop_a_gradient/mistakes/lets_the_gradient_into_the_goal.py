"""The gradient flows into the goal as well

The loss has the right value. But the goal was computed by a network, so it has a graph, and backward follows it: the
target network is moved towards the prediction while the prediction is moved towards the goal. If both are one
network, its gradient is a mixture of the two.

For this loss the goal is a fact, just as a label would be. Autograd cannot see that; you have to say it.
"""


def td_loss(online, target, s, r, s_next, gamma):
    prediction = online(s)
    goal = r + gamma * target(s_next)
    return ((prediction - goal) ** 2).mean()
