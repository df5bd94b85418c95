"""Your G maximizes the loss of D

`-mean(softplus(D(G(z))))` pulls in the same direction as the loss that is asked for, but it is another one. Where D
recognises the fakes easily, which is how training begins, it is nearly flat, and G gets hardly any gradient.

The loss of the exercise turns the sign *inside* of `softplus`: there it is steep just where G has most to learn.
"""

from torch.nn.functional import softplus


def gan_step(G, D, opt_G, opt_D, real, z):
    fake = G(z)
    opt_D.zero_grad()
    loss_D = softplus(-D(real)).mean() + softplus(D(fake.detach())).mean()
    loss_D.backward()
    opt_D.step()

    opt_G.zero_grad()
    loss_G = -softplus(D(fake)).mean()
    loss_G.backward()
    opt_G.step()
    return loss_D.item(), loss_G.item()
