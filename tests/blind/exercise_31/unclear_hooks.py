"""Unclear: a hook drops .grad after each backward and requires_grad stays True; the optimizer moves nothing, but is that frozen?"""


def drop(p):
    p.grad = None


def freeze(model, prefix):
    count = 0
    for name, p in model.named_parameters():
        if name.startswith(prefix):
            p.grad = None
            if p.requires_grad:
                p.register_post_accumulate_grad_hook(drop)
                p.stopped = True
            count += 1
    return count


def trainable(model):
    return [n for n, p in model.named_parameters() if p.requires_grad and not hasattr(p, "stopped")]
