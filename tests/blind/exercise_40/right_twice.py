"""Right: G(z) computed twice, first under no_grad."""
import torch as t
import torch.nn.functional as F


def gan_step(G: t.nn.Module, D: t.nn.Module, opt_G, opt_D, real: t.Tensor, z: t.Tensor) -> tuple[float, float]:
    with t.no_grad():
        fake = G(z)
    opt_D.zero_grad(set_to_none=False)
    loss_D = F.softplus(-D(real)).mean() + F.softplus(D(fake)).mean()
    loss_D.backward()
    opt_D.step()
    opt_D.zero_grad()
    opt_G.zero_grad(set_to_none=False)
    loss_G = F.softplus(-D(G(z))).mean()
    loss_G.backward()
    opt_G.step()
    opt_D.zero_grad()
    return float(loss_D), float(loss_G)
