"""Your function measures the losses after the steps

Both players move as they should. But the numbers that you return come from networks that have moved already, at the
price of two more rounds through both.

The losses from which the gradients were computed are there anyway, and a step does not change them.
"""

import torch
from torch.nn.functional import softplus


def gan_step(G, D, opt_G, opt_D, real, z):
    fake = G(z)
    opt_D.zero_grad()
    (softplus(-D(real)).mean() + softplus(D(fake.detach())).mean()).backward()
    opt_D.step()

    opt_G.zero_grad()
    softplus(-D(fake)).mean().backward()
    opt_G.step()
    with torch.no_grad():
        fake = G(z)
        loss_D = softplus(-D(real)).mean() + softplus(D(fake)).mean()
        loss_G = softplus(-D(fake)).mean()
    return loss_D.item(), loss_G.item()
