"""Your D steps while the loss of G still needs it as it was

G's loss is computed before `opt_D.step()`, and its backward pass comes after. That pass needs the values of D that
the loss was computed with, and the step has changed them in place. Autograd notices, and refuses.

G's loss is meant to be that of the new D anyway. So compute it when the new D is there.
"""

from torch.nn.functional import softplus


def gan_step(G, D, opt_G, opt_D, real, z):
    fake = G(z)
    loss_D = softplus(-D(real)).mean() + softplus(D(fake.detach())).mean()
    loss_G = softplus(-D(fake)).mean()

    opt_D.zero_grad()
    loss_D.backward()
    opt_D.step()

    opt_G.zero_grad()
    loss_G.backward()
    opt_G.step()
    return loss_D.item(), loss_G.item()
