"""Right: zeros instead of None."""
import torch as t


def train_step(model: t.nn.Module, optimizer: t.optim.Optimizer, loss_fn, x: t.Tensor, y: t.Tensor) -> float:
    optimizer.zero_grad(set_to_none=False)
    prediction: t.Tensor = model(x)
    loss: t.Tensor = loss_fn(prediction, y)
    loss.backward()
    optimizer.step()
    return loss.tolist()
