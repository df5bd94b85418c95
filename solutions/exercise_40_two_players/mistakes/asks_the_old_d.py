"""Your loss of G comes from the D before its step

What D thinks of the fakes is computed only once, before D has stepped, and used in both losses. G then tries to
deceive a D that is no more. (Where autograd needs D's old values for G's gradient, it may even complain that they
were changed in place.)

After `opt_D.step()` there is a new D. What it says has to be asked anew.
"""

import torch
from torch.nn.functional import softplus


def gan_step(G, D, opt_G, opt_D, real, z):
    loss_D = softplus(-D(real)).mean() + softplus(D(G(z).detach())).mean()
    loss_G = softplus(-D(G(z))).mean()
    grads_D = torch.autograd.grad(loss_D, list(D.parameters()))
    grads_G = torch.autograd.grad(loss_G, list(G.parameters()))
    for p, g in zip(D.parameters(), grads_D):
        p.grad = g
    for p, g in zip(G.parameters(), grads_G):
        p.grad = g
    opt_D.step()
    opt_G.step()
    return loss_D.item(), loss_G.item()
