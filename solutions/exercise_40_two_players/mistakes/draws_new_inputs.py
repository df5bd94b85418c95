"""Your G learns from other inputs than `z`

For the second step you draw new random numbers. Many do so, but this step was to be taken with the `z` that it was
given: whoever calls it decides what is drawn, and can repeat a step exactly.

A function that draws by itself also changes the random state for everybody after it.
"""

import torch
from torch.nn.functional import softplus


def gan_step(G, D, opt_G, opt_D, real, z):
    opt_D.zero_grad()
    loss_D = softplus(-D(real)).mean() + softplus(D(G(z).detach())).mean()
    loss_D.backward()
    opt_D.step()

    opt_G.zero_grad()
    loss_G = softplus(-D(G(torch.randn_like(z)))).mean()
    loss_G.backward()
    opt_G.step()
    return loss_D.item(), loss_G.item()
