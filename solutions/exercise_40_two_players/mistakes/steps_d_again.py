"""Your D steps a second time, on the loss of G

When G's loss goes backward it leaves gradients in D, too, and you let `opt_D` use them. They say how D should change
to make G's loss small: D is moved towards taking fakes for real.

G's loss passes through D, but only G is to follow it.
"""

from torch.nn.functional import softplus


def gan_step(G, D, opt_G, opt_D, real, z):
    fake = G(z)
    opt_D.zero_grad()
    loss_D = softplus(-D(real)).mean() + softplus(D(fake.detach())).mean()
    loss_D.backward()
    opt_D.step()

    opt_G.zero_grad()
    opt_D.zero_grad()
    loss_G = softplus(-D(fake)).mean()
    loss_G.backward()
    opt_G.step()
    opt_D.step()
    return loss_D.item(), loss_G.item()
