"""Lets a deep copy of the target network speak; whatever gradient it gets, nobody will see."""

import copy


def td_loss(online, target, s, r, s_next, gamma):
    goal = r + gamma * copy.deepcopy(target)(s_next)
    return (online(s) - goal).square().mean()
