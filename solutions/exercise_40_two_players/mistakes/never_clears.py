"""Your function never clears a gradient

`backward()` adds to `.grad`, so both optimizers step along everything that has come together there: gradients from
before the call, and in D's case those that G's loss has left on its way through.

Before each of the two backward passes ask which parameters' gradients are about to be used, and what is in them.
"""

from torch.nn.functional import softplus


def gan_step(G, D, opt_G, opt_D, real, z):
    fake = G(z)
    loss_D = softplus(-D(real)).mean() + softplus(D(fake.detach())).mean()
    loss_D.backward()
    opt_D.step()

    loss_G = softplus(-D(fake)).mean()
    loss_G.backward()
    opt_G.step()
    return loss_D.item(), loss_G.item()
