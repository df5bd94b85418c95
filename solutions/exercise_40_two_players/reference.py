"""The fakes are computed once: without history for D's loss, with it for G's."""

import torch
from torch import Tensor, nn
from torch.nn.functional import softplus


def gan_step(
    G: nn.Module,
    D: nn.Module,
    opt_G: torch.optim.Optimizer,
    opt_D: torch.optim.Optimizer,
    real: Tensor,
    z: Tensor,
) -> tuple[float, float]:
    """Take one step of D, then one of G with the new D, and return their losses."""
    fake = G(z)

    opt_D.zero_grad()
    loss_D = softplus(-D(real)).mean() + softplus(D(fake.detach())).mean()
    loss_D.backward()
    opt_D.step()

    opt_G.zero_grad()
    loss_G = softplus(-D(fake)).mean()
    loss_G.backward()
    opt_G.step()
    return loss_D.item(), loss_G.item()
