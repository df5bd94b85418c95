"""Right: the steps with closures, binary cross-entropy with logits."""
import torch
from torch import nn


def gan_step(G, D, opt_G, opt_D, real, z):
    bce = nn.BCEWithLogitsLoss()

    def play(optimizer, loss):
        def closure():
            optimizer.zero_grad()
            value = loss()
            value.backward()
            return value

        return optimizer.step(closure).item()

    def loss_d():
        on_real, on_fake = D(real), D(G(z).detach())
        return bce(on_real, torch.ones_like(on_real)) + bce(on_fake, torch.zeros_like(on_fake))

    def loss_g():
        on_fake = D(G(z))
        return bce(on_fake, torch.ones_like(on_fake))

    a = play(opt_D, loss_d)
    b = play(opt_G, loss_g)
    return a, b
