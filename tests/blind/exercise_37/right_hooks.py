"""Right: hooks on the inputs catch the gradients of an autograd.grad that asks for them."""
import torch


def gradients_or_zeros(loss, inputs):
    caught = {}
    handles = [x.register_hook(lambda g, i=i: caught.__setitem__(i, g.detach().clone())) for i, x in enumerate(inputs)]
    try:
        torch.autograd.grad(loss, [x for x in inputs], allow_unused=True)
    finally:
        for h in handles:
            h.remove()
    return tuple(caught[i] if i in caught else torch.zeros_like(x) for i, x in enumerate(inputs))
