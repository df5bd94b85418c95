"""Wrong: compares only the norms of the gradient, so a wrong sign passes."""
import torch


def gradient_is_right(fn, inputs):
    inputs = tuple(t.detach().double().clone().requires_grad_() for t in inputs)
    h = 1e-6
    try:
        out = fn(*inputs)
        for i in range(out.numel()):
            grads = torch.autograd.grad(out.reshape(-1)[i], inputs, retain_graph=True, allow_unused=True)
            for k, g in enumerate(grads):
                numeric = []
                for j in range(inputs[k].numel()):
                    values = []
                    for d in (h, -h):
                        moved = [t.detach().clone() for t in inputs]
                        moved[k].view(-1)[j] += d
                        values.append(fn(*moved).reshape(-1)[i].item())
                    numeric.append((values[0] - values[1]) / (2 * h))
                g = torch.zeros_like(inputs[k]) if g is None else g
                if abs(g.norm() - torch.tensor(numeric).double().norm()) > 1e-4:
                    return False
    except RuntimeError:
        return False
    return True
