"""Catches the two gradients inside the graph in hooks, as they come by; returns a list."""


def path_gradients(x):
    caught = {}
    y1, y2 = x + 1, x + x + x
    y1.register_hook(lambda gradient: caught.update(y1=gradient))
    y2.register_hook(lambda gradient: caught.update(y2=gradient))
    x.grad = None
    ((y1 - y2) ** 2).backward()
    return [caught["y1"], caught["y2"], x.grad]
