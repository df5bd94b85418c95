import torch


def build(x, w, b):
    """Make `w` and `b` require grad, and return y = w * x and z = y + b."""
    y = w * x
    z = y + b
    w.requires_grad_()
    b.requires_grad_()
    return y, z


def leaves(z):
    """Return the leaves that require grad and that `z` depends on."""
    found = []
    for node, _ in z.grad_fn.next_functions:
        if hasattr(node, "variable"):
            found.append(node.variable)
    return found


def count_nodes(z):
    """Return the number of nodes in the graph behind `z`."""
    count = 1
    for _node, _ in z.grad_fn.next_functions:
        count += 1
    return count


if __name__ == "__main__":
    w, b = torch.ones(3, requires_grad=True), torch.ones(3, requires_grad=True)
    z = w * torch.ones(3) + b
    print(z.grad_fn, z.grad_fn.next_functions)
    print(leaves(z))
    print(count_nodes(z))
