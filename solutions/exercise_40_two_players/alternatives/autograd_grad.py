"""Asks `autograd.grad` for the gradients of one player at a time, so that nothing flows where it should not."""

import torch
import torch.nn.functional as F


def take(loss, player, optimizer):
    parameters = list(player.parameters())
    for p, g in zip(parameters, torch.autograd.grad(loss, parameters)):
        p.grad = g
    optimizer.step()
    return loss.item()


def gan_step(G, D, opt_G, opt_D, real, z):
    loss_D = take(F.softplus(-D(real)).mean() + F.softplus(D(G(z))).mean(), D, opt_D)
    loss_G = take(F.softplus(-D(G(z))).mean(), G, opt_G)
    return loss_D, loss_G
