"""Each loss is a pure function of one player's parameters, differentiated by `torch.func`."""

from torch.func import functional_call, grad_and_value
from torch.nn.functional import softplus


def update(player, optimizer, loss_of):
    grads, loss = grad_and_value(loss_of)({name: p.detach() for name, p in player.named_parameters()})
    for name, p in player.named_parameters():
        p.grad = grads[name]
    optimizer.step()
    return loss.item()


def gan_step(G, D, opt_G, opt_D, real, z):
    fake = G(z).detach()

    def loss_D(values):
        def ask(x):
            return functional_call(D, values, (x,))

        return softplus(-ask(real)).mean() + softplus(ask(fake)).mean()

    def loss_G(values):
        return softplus(-D(functional_call(G, values, (z,)))).mean()

    return [update(D, opt_D, loss_D), update(G, opt_G, loss_G)]
