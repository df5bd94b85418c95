"""Your two backward passes go through the same graph

The fakes are computed once, with their history, and both losses are built on them. The first backward pass goes
through G as well, and frees that part of the graph. The second one needs it, and raises *Trying to backward through
the graph a second time*.

Keeping the graph would cure the error and not the cause: the first pass has no business in G.
"""

from torch.nn.functional import softplus


def gan_step(G, D, opt_G, opt_D, real, z):
    fake = G(z)
    opt_D.zero_grad()
    loss_D = softplus(-D(real)).mean() + softplus(D(fake)).mean()
    loss_D.backward()
    opt_D.step()

    opt_G.zero_grad()
    loss_G = softplus(-D(fake)).mean()
    loss_G.backward()
    opt_G.step()
    return loss_D.item(), loss_G.item()
