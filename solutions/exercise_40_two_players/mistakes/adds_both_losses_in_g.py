"""Your G steps along the gradients of both losses

The gradient of D's loss flows through the fakes into G, and nothing clears it before G's own gradient is added. The
two pull in opposite directions: one makes the fakes easier to recognise, the other harder. G then follows the sum.

Look at the `.grad` of a parameter of G just before `opt_G.step()`, and ask which losses it has met since it was last
cleared.
"""

from torch.nn.functional import softplus


def gan_step(G, D, opt_G, opt_D, real, z):
    opt_D.zero_grad()
    opt_G.zero_grad()
    loss_D = softplus(-D(real)).mean() + softplus(D(G(z))).mean()
    loss_D.backward()
    opt_D.step()

    loss_G = softplus(-D(G(z))).mean()
    loss_G.backward()
    opt_G.step()
    return loss_D.item(), loss_G.item()
