"""Right: backward with inputs=, two backwards for D's two terms."""
import torch
import torch.nn.functional as F


class Game:
    def __init__(self, G, D, opt_G, opt_D):
        self.G, self.D, self.opt_G, self.opt_D = G, D, opt_G, opt_D

    def discriminator(self, real, fake):
        own = list(self.D.parameters())
        self.opt_D.zero_grad()
        terms = [F.softplus(-self.D(real)).mean(), F.softplus(self.D(fake)).mean()]
        for term in terms:
            term.backward(inputs=own, retain_graph=True)
        self.opt_D.step()
        return sum(t.item() for t in terms)

    def generator(self, z):
        self.opt_G.zero_grad()
        loss = F.softplus(-self.D(self.G(z))).mean()
        loss.backward(inputs=list(self.G.parameters()))
        self.opt_G.step()
        return loss.item()


def gan_step(G, D, opt_G, opt_D, real, z):
    game = Game(G, D, opt_G, opt_D)
    return game.discriminator(real, G(z)), game.generator(z)
