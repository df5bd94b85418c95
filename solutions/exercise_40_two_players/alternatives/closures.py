"""Hands each optimizer a closure; real data and fakes go through D in one batch."""

import torch


def softplus(a):
    return torch.logaddexp(a, torch.zeros_like(a))


def gan_step(G, D, opt_G, opt_D, real, z):
    def closure_D():
        opt_D.zero_grad()
        with torch.no_grad():
            fake = G(z)
        says = D(torch.cat([real, fake]))
        loss = softplus(-says[: len(real)]).mean() + softplus(says[len(real) :]).mean()
        loss.backward()
        return loss

    def closure_G():
        opt_G.zero_grad()
        loss = softplus(-D(G(z))).mean()
        loss.backward(inputs=list(G.parameters()))
        return loss

    return tuple(step(closure).item() for step, closure in ((opt_D.step, closure_D), (opt_G.step, closure_G)))
