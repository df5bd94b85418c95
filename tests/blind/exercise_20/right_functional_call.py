"""Right: functional_call and autograd; the parameters themselves are passed."""
import torch
from torch.func import functional_call


def train_step(model, optimizer, loss_fn, x, y):
    optimizer.zero_grad()
    params = dict(model.named_parameters())
    loss = loss_fn(functional_call(model, params, (x,)), y)
    loss.backward()
    optimizer.step()
    value = loss.cpu().item()
    del loss
    return value


if __name__ == "__main__":
    m = torch.nn.Linear(2, 1)
    o = torch.optim.SGD(m.parameters(), lr=0.1)
    print(train_step(m, o, torch.nn.MSELoss(), torch.ones(3, 2), torch.ones(3, 1)))
