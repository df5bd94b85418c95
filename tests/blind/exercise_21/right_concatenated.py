"""Right: evaluates all samples as one batch; the mean over them is the loss of that batch."""
import torch


def train_epoch(model, loader, optimizer, loss_fn):
    model.train()
    losses = []
    it = iter(loader)
    while True:
        try:
            x, y = next(it)
        except StopIteration:
            return losses
        for group in optimizer.param_groups:
            for p in group["params"]:
                p.grad = None
        loss = loss_fn(model(x), y)
        torch.autograd.backward(loss)
        optimizer.step()
        losses.append(loss.tolist())


def evaluate(model, loader, loss_fn):
    modes = list(map(lambda m: m.training, model.modules()))
    xs, ys = zip(*loader)
    was = torch.is_grad_enabled()
    torch.set_grad_enabled(False)
    try:
        model.eval()
        return loss_fn(model(torch.cat(xs)), torch.cat(ys)).item()
    finally:
        torch.set_grad_enabled(was)
        for m, mode in zip(model.modules(), modes):
            m.training = mode
