"""Wrong: G's loss is computed with D as it was before its step."""
import torch
from torch.nn.functional import softplus


def gan_step(G, D, opt_G, opt_D, real, z):
    fake = G(z)
    loss_G = softplus(-D(fake)).mean()
    g_grads = torch.autograd.grad(loss_G, list(G.parameters()))
    opt_D.zero_grad()
    loss_D = softplus(-D(real)).mean() + softplus(D(fake.detach())).mean()
    loss_D.backward()
    opt_D.step()

    for p, g in zip(G.parameters(), g_grads):
        p.grad = g
    opt_G.step()
    return loss_D.item(), loss_G.item()
