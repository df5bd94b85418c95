"""Your `build` computes `y` and `z` without making `w` and `b` require grad

The values are right, but nothing was recorded: a computation is recorded only if at least one of its inputs
requires grad, and a plain tensor does not. So `y` and `z` have no `grad_fn`, and there is no graph to read.

Somebody has to say which tensors gradients are wanted for. Autograd never guesses.
"""


def build(x, w, b):
    y = w * x
    z = y + b
    return y, z


def nodes(z):
    todo, seen = [z.grad_fn], {z.grad_fn}
    while todo:
        for following, _ in todo.pop().next_functions:
            if following is not None and following not in seen:
                seen.add(following)
                todo.append(following)
    return seen


def leaves(z):
    return [node.variable for node in nodes(z) if hasattr(node, "variable")]


def count_nodes(z):
    return len(nodes(z))
