"""Right: a class; the gradient at h by retain_grad, printed."""
import torch


class TwoHeads:
    def __init__(self, trunk, heads):
        self.trunk = trunk
        self.heads = heads

    def gradients(self, x):
        h = self.trunk(x)
        h.retain_grad()
        outputs = [head(h) for head in self.heads]
        last = len(outputs) - 1
        result = []
        for i, out in enumerate(outputs):
            if x.grad is not None:
                x.grad.zero_()
            out.backward(retain_graph=i < last)
            print("gradient at h (adds up):", h.grad)
            result.append(x.grad.clone())
        return tuple(result)


def two_heads(x, trunk, head_a, head_b):
    return TwoHeads(trunk, (head_a, head_b)).gradients(x)
