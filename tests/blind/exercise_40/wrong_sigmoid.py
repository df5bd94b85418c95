"""Wrong: D's output goes through a sigmoid first."""
import torch
from torch.nn.functional import softplus


def gan_step(G, D, opt_G, opt_D, real, z):
    opt_D.zero_grad()
    fake = G(z)
    loss_D = softplus(-D(real)).mean() + softplus(D(fake.detach())).mean()
    loss_D.backward()
    opt_D.step()

    opt_G.zero_grad()
    loss_G = softplus(-torch.sigmoid(D(fake))).mean()
    loss_G.backward()
    opt_G.step()
    return loss_D.item(), loss_G.item()
