"""Catches each gradient in a hook on its way to `x.grad`, before anything is added to it."""


def gradient_of_each_call(f, x, calls):
    caught = []
    hook = x.register_hook(lambda gradient: caught.append(gradient.clone()))
    try:
        for _ in range(calls):
            f(x).backward()
    finally:
        hook.remove()
    return caught
