"""Hands everything but the step to the optimizer as a closure; the mean loss that it returns is a scalar tensor."""


def accumulated_step(model, optimizer, loss_fn, micro_batches):
    count = sum(y.shape[0] for _, y in micro_batches)

    def closure():
        optimizer.zero_grad()
        total = 0.0
        for x, y in micro_batches:
            loss = len(y) * loss_fn(model(x), y) / count
            loss.backward()
            total = total + loss.detach()
        return total

    return optimizer.step(closure)
