import torch
from torch import nn
from torch.nn.functional import softplus


def gan_step(G, D, opt_G, opt_D, real, z):
    """Take one step of D, then one of G, and return their losses as floats."""
    fake = G(z)
    loss_D = softplus(-D(real)).mean() + softplus(D(fake)).mean()
    loss_D.backward()
    opt_D.step()

    loss_G = softplus(-D(fake)).mean()
    loss_G.backward()
    opt_G.step()
    return loss_D.item(), loss_G.item()


if __name__ == "__main__":
    G, D = nn.Linear(2, 3), nn.Linear(3, 1)
    opt_G, opt_D = torch.optim.SGD(G.parameters(), lr=0.1), torch.optim.SGD(D.parameters(), lr=0.1)
    print(gan_step(G, D, opt_G, opt_D, torch.randn(5, 3), torch.randn(7, 2)))
