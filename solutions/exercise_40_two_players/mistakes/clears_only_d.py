"""Your G steps with what was in its gradients before

The gradients of D are cleared before its backward pass, those of G never. So G's step contains whatever was left
there, by earlier calls or by somebody else.

Each of the two optimizers clears its own parameters, and no others.
"""

from torch.nn.functional import softplus


def gan_step(G, D, opt_G, opt_D, real, z):
    fake = G(z)
    opt_D.zero_grad()
    loss_D = softplus(-D(real)).mean() + softplus(D(fake.detach())).mean()
    loss_D.backward()
    opt_D.step()

    loss_G = softplus(-D(fake)).mean()
    loss_G.backward()
    opt_G.step()
    return loss_D.item(), loss_G.item()
