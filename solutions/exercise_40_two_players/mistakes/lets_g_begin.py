"""Your G steps before D

Each step by itself is fine, but they come in the wrong order: G learns from the old D, and D then sees fakes of the
new G. That is another game with other losses.

The exercise asks for D first; whatever comes second is computed with what the first step has changed.
"""

from torch.nn.functional import softplus


def gan_step(G, D, opt_G, opt_D, real, z):
    opt_G.zero_grad()
    loss_G = softplus(-D(G(z))).mean()
    loss_G.backward()
    opt_G.step()

    opt_D.zero_grad()
    loss_D = softplus(-D(real)).mean() + softplus(D(G(z).detach())).mean()
    loss_D.backward()
    opt_D.step()
    return loss_D.item(), loss_G.item()
