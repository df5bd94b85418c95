"""Right: windows cut from xs; zero_grad."""
import torch as t


def tbptt(cell: t.nn.Module, xs, h0: t.Tensor, k: int, loss_fn) -> float:
    cell.zero_grad(set_to_none=False)
    h, losses = h0.detach(), []
    for start in range(0, len(xs), k):
        hs = []
        for x in xs[start : start + k]:
            h = cell(x, h)
            hs.append(h)
        loss = t.stack([loss_fn(one) for one in hs]).sum()
        loss.backward()
        losses.append(loss.detach())
        h = h.detach()
    return t.stack(losses).sum().item()
