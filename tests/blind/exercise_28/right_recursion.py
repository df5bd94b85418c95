"""Right: recursion over the list; each level drops its graph before it goes down."""


def average_loss(model, batches, loss_fn):
    model.zero_grad()
    n = len(batches)

    def rest(i):
        if i == n:
            return 0.0
        x, y = batches[i]
        loss = loss_fn(model(x), y) / n
        loss.backward()
        value = loss.item()
        del loss
        return value + rest(i + 1)

    return rest(0)
