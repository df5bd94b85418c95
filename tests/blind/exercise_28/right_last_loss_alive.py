"""Right: the last batch's loss and prediction stay in variables (its saved tensors are freed by backward)."""
import torch


def average_loss(model, batches, loss_fn):
    optimizer = torch.optim.SGD(model.parameters(), lr=0.0)
    optimizer.zero_grad()
    mean = 0.0
    prediction = loss = None
    for i in range(len(batches)):
        prediction = model(batches[i][0])
        loss = loss_fn(prediction, batches[i][1])
        (loss / len(batches)).backward()
        mean += (loss.item() - mean) / (i + 1)
    return mean
