"""Wrong: one big batch, one backward."""
import torch


def accumulated_step(model, optimizer, loss_fn, micro_batches):
    xs, ys = zip(*micro_batches)
    optimizer.zero_grad()
    loss = loss_fn(model(torch.cat(xs)), torch.cat(ys))
    loss.backward()
    optimizer.step()
    return loss.item()
