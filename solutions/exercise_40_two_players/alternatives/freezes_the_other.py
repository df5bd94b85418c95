"""Freezes the player that is not to learn, and thaws it again; the losses are cross entropies with labels 1 and 0."""

import torch
from torch.nn.functional import binary_cross_entropy_with_logits as bce


def gan_step(G, D, opt_G, opt_D, real, z):
    G.requires_grad_(False)
    opt_D.zero_grad()
    says_real, says_fake = D(real), D(G(z))
    loss_D = bce(says_real, torch.ones_like(says_real)) + bce(says_fake, torch.zeros_like(says_fake))
    loss_D.backward()
    opt_D.step()
    G.requires_grad_(True)

    D.requires_grad_(False)
    opt_G.zero_grad()
    says_fake = D(G(z))
    loss_G = bce(says_fake, torch.ones_like(says_fake))
    loss_G.backward()
    opt_G.step()
    D.requires_grad_(True)
    return loss_D.item(), loss_G.item()
