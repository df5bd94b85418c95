"""Right: the mode noted, switched on and put back in finally; a loop over the rows."""
import torch


def nan_operation(f, x):
    was = torch.is_anomaly_enabled(), torch.is_anomaly_check_nan_enabled()
    torch.autograd.set_detect_anomaly(True, check_nan=True)
    try:
        z = torch.empty_like(x).copy_(x.detach()).requires_grad_()
        torch.autograd.grad(f(z).sum(), z)
    except RuntimeError as err:
        text = err.args[0]
        if "nan" not in text:
            raise
        start = text.index("'") + 1
        return text[start:text.index("'", start)]
    finally:
        torch.autograd.set_detect_anomaly(*was)
    return None


def safe_norm(x):
    rows = []
    for row in x:
        rows.append(row.norm() if bool((row != 0).any()) else (row * 0).sum())
    return torch.stack(rows)
