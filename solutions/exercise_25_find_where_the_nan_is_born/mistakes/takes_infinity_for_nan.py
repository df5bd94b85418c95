"""An infinite gradient is taken for a NaN

Your check finds everything that is not finite. The root at 0 returns an infinity, and that is the correct slope; many
gradients are infinite somewhere without doing harm. The NaN is born later, where infinity is multiplied by 0, or not
at all.

Infinity and NaN both spoil a sum, but they are told apart, by `isinf` and `isnan`.
"""

import torch


def nan_operation(f, x):
    found = []
    total = f(x).sum()
    waiting, seen = [total.grad_fn], set()
    while waiting:
        node = waiting.pop()
        if node is None or node in seen:
            continue
        seen.add(node)
        node.register_hook(note(node.name(), found))
        waiting.extend(following for following, _ in node.next_functions)
    total.backward()
    return found[0] if found else None


def note(name, found):
    def hook(*grads):
        if any(grad is not None and not grad.isfinite().all() for grad in grads[0]):
            found.append(name)

    return hook


def safe_norm(x):
    squares = (x**2).sum(1)
    is_zero = squares == 0
    return torch.where(is_zero, 0.0, torch.where(is_zero, 1.0, squares).sqrt())
