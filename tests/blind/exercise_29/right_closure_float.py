"""Right: the step with a closure that returns a float."""
import torch


def accumulated_step(model, optimizer, loss_fn, micro_batches):
    sizes = [x.size(0) for x, _ in micro_batches]

    @torch.enable_grad()
    def closure():
        for group in optimizer.param_groups:
            for p in group["params"]:
                p.grad = None
        total = 0.0
        for size, (x, y) in zip(sizes, micro_batches):
            loss = loss_fn(model(x), y)
            loss.backward(torch.tensor(size / sum(sizes), dtype=loss.dtype))
            total += size * loss.item()
        return total / sum(sizes)

    return optimizer.step(closure)
