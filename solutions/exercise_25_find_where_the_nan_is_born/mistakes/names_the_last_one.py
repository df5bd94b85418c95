"""You name the last node that returns a NaN, not the first

Once it is there, a NaN goes through all nodes that follow, and each of them returns one, too. You name the last of
them, which is nearest to the leaves and has done nothing wrong.

Backward begins at the result. What is first in time is what is nearest to the end of `f`.
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
    return found[-1] if found else None


def note(name, found):
    def hook(*grads):
        if any(grad is not None and grad.isnan().any() for grad in grads[0]):
            found.append(name)

    return hook


def safe_norm(x):
    squares = (x**2).sum(1)
    is_zero = squares == 0
    return torch.where(is_zero, 0.0, torch.where(is_zero, 1.0, squares).sqrt())
