"""Your clipped gradients never reach `.grad`

`gradient = gradient * factor` computes the clipped gradient, and gives it a name that was that of the old one. In
`.grad` there is still the old one, and the next turn of the loop forgets the new.

A name is not a place. To change what is in `.grad`, write into that tensor.
"""


def clip_grad_norm(parameters, max_norm):
    gradients = [p.grad for p in parameters if p.grad is not None]
    norm = sum(gradient.pow(2).sum().item() for gradient in gradients) ** 0.5
    if norm > max_norm:
        for gradient in gradients:
            gradient = gradient * (max_norm / norm)
    return norm
