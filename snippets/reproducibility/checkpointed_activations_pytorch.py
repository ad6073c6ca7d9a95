import numpy as np
import torch
from torch.autograd.graph import saved_tensors_hooks
from torch.utils.checkpoint import checkpoint

rng = np.random.default_rng(0)


def draw(*shape):
    values = rng.normal(size=shape) / shape[0] ** 0.5
    return torch.tensor(values, dtype=torch.float32)


x, y = 8 * draw(64, 8), 8 * draw(64, 1)
weights = [draw(8, 32), draw(32, 32), draw(32, 1)]
for weight in weights:
    weight.requires_grad_()

given = {tensor.data_ptr() for tensor in (x, y, *weights)}
calls, kept = [], {}


def block(x):
    calls.append(1)
    return torch.tanh(torch.tanh(x @ weights[0]) @ weights[1])


def keep(tensor):
    if tensor.data_ptr() not in given:
        kept[tensor.data_ptr()] = tensor.nbytes
    return tensor


def run(recompute):
    calls.clear()
    kept.clear()
    with saved_tensors_hooks(keep, lambda tensor: tensor):
        if recompute:
            hidden = checkpoint(block, x, use_reentrant=False)
        else:
            hidden = block(x)
        loss = (hidden @ weights[2] - y).square().mean()
    bytes_kept = sum(kept.values())
    gradients = torch.autograd.grad(loss, weights)
    return gradients, len(calls), bytes_kept


gradients, forward_runs, bytes_kept = run(recompute=False)
gradients_recomputed, forward_runs_recomputed, bytes_kept_recomputed = (
    run(recompute=True)
)
gradient_difference = max(
    (a - b).abs().max().item()
    for a, b in zip(gradients, gradients_recomputed, strict=True)
)
print("kept:      ", forward_runs, "run,", bytes_kept, "bytes")
print(
    "recomputed:",
    forward_runs_recomputed,
    "runs,",
    bytes_kept_recomputed,
    "bytes",
)
