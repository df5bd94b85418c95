"""Unclear: only the target's parameters are detached; where s_next requires grad the gradient reaches it."""
import torch


def td_loss(online, target, s, r, s_next, gamma):
    frozen = {k: p.detach() for k, p in target.named_parameters()}
    goal = r + gamma * torch.func.functional_call(target, frozen, (s_next,))
    return ((online(s) - goal) ** 2).mean()
