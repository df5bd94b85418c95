"""Your D steps with what G's loss has left in its gradients

G's loss goes through D on its way to G, and leaves gradients in D's parameters. `opt_D` does not step after that, so
nothing seems to happen. But in the next call they are still there, D's own gradient is added, and D follows both: it
learns to be deceived.

Which `.grad` is stale at the beginning of your function, and whose backward pass filled it?
"""

from torch.nn.functional import softplus


def gan_step(G, D, opt_G, opt_D, real, z):
    fake = G(z)
    loss_D = softplus(-D(real)).mean() + softplus(D(fake.detach())).mean()
    loss_D.backward()
    opt_D.step()

    opt_G.zero_grad()
    loss_G = softplus(-D(fake)).mean()
    loss_G.backward()
    opt_G.step()
    return loss_D.item(), loss_G.item()
