"""Right: torch's own function on a list, as a float, one tensor at a time."""
from torch.nn.utils import clip_grad_norm_


def clip_grad_norm(parameters, max_norm):
    parameters = [p for p in parameters if p.grad is not None]
    return clip_grad_norm_(parameters, max_norm, norm_type=2, foreach=False).item()
