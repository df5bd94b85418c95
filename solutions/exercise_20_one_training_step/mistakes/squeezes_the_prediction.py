"""Your prediction loses an axis before it meets the target

The prediction has shape `(batch, 1)`, and so has the target. Without its last axis the prediction has shape
`(batch,)`, and the two are *broadcast*: each of the predictions is compared with each of the targets, and the loss is
a mean over all those pairs. There is no error, only a model that learns to predict the average.

The loss function is to get the prediction as the model gave it.
"""


def train_step(model, optimizer, loss_fn, x, y):
    optimizer.zero_grad()
    prediction = model(x).squeeze(-1)
    loss = loss_fn(prediction, y)
    loss.backward()
    optimizer.step()
    return loss.item()
