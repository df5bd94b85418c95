"""Each window is a pure function of parameters and state, differentiated by `torch.func`."""

from torch.func import functional_call, grad_and_value


def tbptt(cell, xs, h0, k, loss_fn):
    values = {name: p.detach() for name, p in cell.named_parameters()}

    def window(values, h, part):
        loss = 0
        for x in part:
            h = functional_call(cell, values, (x, h))
            loss = loss + loss_fn(h)
        return loss, h

    cell.zero_grad()
    total, h = 0.0, h0
    for part in xs.split(k):
        grads, (loss, h) = grad_and_value(window, has_aux=True)(values, h, part)
        for name, p in cell.named_parameters():
            p.grad = grads[name] if p.grad is None else p.grad + grads[name]
        total += loss.item()
    return total
