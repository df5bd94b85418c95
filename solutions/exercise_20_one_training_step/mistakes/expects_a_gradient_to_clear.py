"""Your function clears gradients that are not there yet

Before the first backward pass the `.grad` of a parameter is not a tensor of zeros but None, and None has no
`zero_()`. A frozen parameter never gets one at all. So your function fails at the very first step of a training.

Either look before you clear, or leave the clearing to something that knows both cases.
"""


def train_step(model, optimizer, loss_fn, x, y):
    for p in model.parameters():
        p.grad.zero_()
    loss = loss_fn(model(x), y)
    loss.backward()
    optimizer.step()
    return loss.item()
