"""Right: an autograd function whose backward is zero-free: it gives None."""
import torch


class Stop(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        return x.clone()

    @staticmethod
    def backward(ctx, g):
        return None


def td_loss(online, target, s, r, s_next, gamma):
    delta = r + gamma * Stop.apply(target(s_next)) - online(s)
    return delta.pow(2).mean()
