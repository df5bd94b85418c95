"""Right: tensor hooks write the gradients down, handed back as a list."""
import torch


def path_gradients(x):
    seen = {}

    def note(name):
        def hook(g):
            seen[name] = g.detach().clone()

        return hook

    a, b = x + 1, x * 3
    a.register_hook(note("a"))
    b.register_hook(note("b"))
    handle = x.register_hook(note("x"))
    (a - b).pow(2).backward()
    handle.remove()
    return [seen["a"], seen["b"], seen["x"]]
