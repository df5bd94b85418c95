"""Your evaluation builds the graph first and cuts it off then

`model(x).detach()` gives the values without their graph, but by then the model has run and everything has been
recorded and saved. `detach()` only lets go of it.

What should not be recorded has to be computed while nothing is being recorded.
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
        total += loss_fn(model(x).detach(), y).item() * len(x)
        count += len(x)
    for part, mode in modes.items():
        part.training = mode
    return total / count
