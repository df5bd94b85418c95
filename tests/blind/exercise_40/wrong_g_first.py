"""Wrong: G first."""
import torch
from torch.nn.functional import softplus


def gan_step(G, D, opt_G, opt_D, real, z):
    fake = G(z)
    opt_G.zero_grad()
    loss_G = softplus(-D(fake)).mean()
    loss_G.backward()
    opt_G.step()

    opt_D.zero_grad()
    loss_D = softplus(-D(real)).mean() + softplus(D(G(z).detach())).mean()
    loss_D.backward()
    opt_D.step()
    return loss_D.item(), loss_G.item()
