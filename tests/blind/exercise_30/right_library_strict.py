"""Right: torch's own function, foreach and error_if_nonfinite."""
import torch


def clip_grad_norm(parameters, max_norm):
    norm = torch.nn.utils.clip_grad_norm_(
        parameters, max_norm=max_norm, norm_type=2.0, error_if_nonfinite=True, foreach=True
    )
    return float(norm)
