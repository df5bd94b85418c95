"""Uses `backward()`, with `x.grad = None` before each pass, so that each makes a new tensor."""


def two_heads(x, trunk, head_a, head_b):
    h = trunk(x)
    losses = [head_a(h), head_b(h)]
    gradients = []
    for i, loss in enumerate(losses):
        x.grad = None
        loss.backward(retain_graph=i < len(losses) - 1)
        gradients.append(x.grad)
    return gradients
