"""Your evaluation builds a graph that nobody goes back through

`model.eval()` changes how some layers compute, not whether autograd records it. So each batch saves what a backward
pass would need, and throws it away when `item()` has taken the number out. The result is right. The memory and the
time are those of a training.

Evaluation mode and grad mode are two switches, and an evaluation wants both of them moved.
"""


def train_epoch(model, loader, optimizer, loss_fn):
    model.train()
    losses = []
    for x, y in loader:
        optimizer.zero_grad()
        loss = loss_fn(model(x), y)
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    return losses


def evaluate(model, loader, loss_fn):
    modes = {part: part.training for part in model.modules()}
    model.eval()
    total, count = 0.0, 0
    for x, y in loader:
        total += loss_fn(model(x), y).item() * len(x)
        count += len(x)
    for part, mode in modes.items():
        part.training = mode
    return total / count
