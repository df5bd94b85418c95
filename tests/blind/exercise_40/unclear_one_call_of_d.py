"""Unclear: D called once on real and fake together; the two may have different trailing shapes or D a batch's view."""
import torch
from torch.nn.functional import softplus


def gan_step(G, D, opt_G, opt_D, real, z):
    opt_D.zero_grad()
    fake = G(z)
    loss_D = sum(softplus(t).mean() for t in torch.tensor_split(D(torch.cat([real, fake.detach()])) * torch.cat([-torch.ones(len(real), dtype=real.dtype), torch.ones(len(fake), dtype=real.dtype)]).reshape(-1, *[1] * (D(real).dim() - 1)), [len(real)]))
    loss_D.backward()
    opt_D.step()

    opt_G.zero_grad()
    loss_G = softplus(-D(fake)).mean()
    loss_G.backward()
    opt_G.step()
    return loss_D.item(), loss_G.item()
