"""Your loss of D also leaves a gradient in G

The backward pass of D's loss does not end at the fakes: they know how they were made, so it goes on into G. What it
leaves there pulls G in the wrong direction, towards fakes that are easy to recognise. Even if you clear it before G's
own backward pass, it was work for nothing.

To D, a fake is data. Data has no history.
"""

from torch.nn.functional import softplus


def gan_step(G, D, opt_G, opt_D, real, z):
    opt_D.zero_grad()
    loss_D = softplus(-D(real)).mean() + softplus(D(G(z))).mean()
    loss_D.backward()
    opt_D.step()

    opt_G.zero_grad()
    loss_G = softplus(-D(G(z))).mean()
    loss_G.backward()
    opt_G.step()
    return loss_D.item(), loss_G.item()
