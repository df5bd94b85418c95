"""Computes the fakes first without a graph, then once more with one; goes backward from each term of a loss alone."""

import torch
from torch.nn import functional as F


def gan_step(G, D, opt_G, opt_D, real, z):
    D.zero_grad()
    with torch.no_grad():
        fake = G(z)
    on_real = F.softplus(-D(real)).mean()
    on_real.backward()
    on_fake = F.softplus(D(fake)).mean()
    on_fake.backward()
    opt_D.step()

    G.zero_grad()
    loss_G = F.softplus(-D(G(z))).mean()
    loss_G.backward()
    opt_G.step()
    return (on_real + on_fake).item(), float(loss_G)
