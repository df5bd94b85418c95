"""Your fakes have no history in G's loss either

For D's loss they should have none. But G's loss has to reach G, on the only way there is: from the loss through D to
the fakes, and from there into G. Behind a detached tensor this way ends, so the backward pass brings gradients to D,
and to G none. With no gradient, `opt_G.step()` moves nothing.

What is cut for one loss must be whole for the other.
"""

from torch.nn.functional import softplus


def gan_step(G, D, opt_G, opt_D, real, z):
    fake = G(z).detach()
    opt_D.zero_grad()
    loss_D = softplus(-D(real)).mean() + softplus(D(fake)).mean()
    loss_D.backward()
    opt_D.step()

    opt_G.zero_grad()
    loss_G = softplus(-D(fake)).mean()
    loss_G.backward()
    opt_G.step()
    return loss_D.item(), loss_G.item()
