"""Your function leaves D frozen

While G learns, D may be frozen: gradients still go *through* it. But afterwards its parameters do not require grad
any more. The caller has not asked for that, and in the next call nothing of D is on record.

What is switched off for a while has to be switched on again.
"""

from torch.nn.functional import softplus


def gan_step(G, D, opt_G, opt_D, real, z):
    opt_D.zero_grad()
    loss_D = softplus(-D(real)).mean() + softplus(D(G(z).detach())).mean()
    loss_D.backward()
    opt_D.step()

    D.requires_grad_(False)
    opt_G.zero_grad()
    loss_G = softplus(-D(G(z))).mean()
    loss_G.backward()
    opt_G.step()
    return loss_D.item(), loss_G.item()
