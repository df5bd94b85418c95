"""Your evaluation makes every parameter require grad

Instead of switching gradients off, you take `requires_grad` away from all parameters and give it to all of them
afterwards. No graph is built in between. But a parameter that was frozen before the call requires grad after it, and
gets gradients in the next epoch.

There is one switch for the whole program. It spares you from touching the parameters one by one.
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
    model.requires_grad_(False)
    for x, y in loader:
        total += loss_fn(model(x), y).item() * len(x)
        count += len(x)
    model.requires_grad_(True)
    for part, mode in modes.items():
        part.training = mode
    return total / count
