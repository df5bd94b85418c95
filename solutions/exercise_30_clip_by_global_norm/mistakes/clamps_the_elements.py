"""Your gradients are clipped element by element

`clamp_` cuts off every element that is too large, and leaves the others. There is such a clipping by value, but it is
another one: it turns the gradient towards the diagonal, and the norm that comes out depends on how many elements
there are.

Here nothing is cut off. Everything is multiplied by one factor.
"""


def clip_grad_norm(parameters, max_norm):
    gradients = [p.grad for p in parameters if p.grad is not None]
    norm = sum(gradient.pow(2).sum().item() for gradient in gradients) ** 0.5
    if norm > max_norm:
        for gradient in gradients:
            gradient.clamp_(-max_norm, max_norm)
    return norm
