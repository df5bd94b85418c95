"""Switches gradients off for the goal and back to what they were; the error is squared by a product with itself."""

import torch as t


def td_loss(online, target, s, r, s_next, gamma):
    prediction = online(s)
    before = t.is_grad_enabled()
    t.set_grad_enabled(False)
    try:
        goal = target(s_next).mul(gamma).add(r)
    finally:
        t.set_grad_enabled(before)
    error = goal - prediction
    return error.flatten().dot(error.flatten()) / error.numel()
