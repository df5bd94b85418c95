"""Your D learns to take fakes for real

The signs of the two terms of D's loss are the wrong way round: it is small where D is small on real data and large on
fakes. G's loss says the same of fakes, so that both players now pull together, and nobody tells real and fake apart.

`softplus(a)` is small where `a` is very negative. For which data should `D` be large, and what is `a` then?
"""

from torch.nn.functional import softplus


def gan_step(G, D, opt_G, opt_D, real, z):
    fake = G(z)
    opt_D.zero_grad()
    loss_D = softplus(D(real)).mean() + softplus(-D(fake.detach())).mean()
    loss_D.backward()
    opt_D.step()

    opt_G.zero_grad()
    loss_G = softplus(-D(fake)).mean()
    loss_G.backward()
    opt_G.step()
    return loss_D.item(), loss_G.item()
