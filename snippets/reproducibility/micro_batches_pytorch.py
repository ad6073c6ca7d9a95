import numpy as np
import torch
from torch.autograd.graph import saved_tensors_hooks

rng = np.random.default_rng(0)


def draw(*shape):
    values = rng.normal(size=shape) / shape[0] ** 0.5
    return torch.tensor(values, dtype=torch.float32)


x, y = 8 * draw(64, 8), 8 * draw(64, 1)
weights = [draw(8, 32), draw(32, 1)]
for weight in weights:
    weight.requires_grad_()


def backward(x, y, parts=1):
    """Bytes kept for the backward pass beside data and weights."""
    given = {tensor.data_ptr() for tensor in (x, y, *weights)}
    kept = {}

    def keep(tensor):
        if tensor.data_ptr() not in given:
            kept[tensor.data_ptr()] = tensor.nbytes
        return tensor

    with saved_tensors_hooks(keep, lambda tensor: tensor):
        error = torch.tanh(x @ weights[0]) @ weights[1] - y
        loss = error.square().mean()
    (loss / parts).backward()
    return sum(kept.values())


bytes_kept = backward(x, y)
gradients = [weight.grad for weight in weights]

for weight in weights:
    weight.grad = None
for part_x, part_y in zip(x.split(16), y.split(16), strict=True):
    bytes_kept_small = backward(part_x, part_y, parts=4)
gradients_summed = [weight.grad for weight in weights]

close = int(
    all(
        torch.allclose(a, b, atol=1e-6)
        for a, b in zip(gradients, gradients_summed, strict=True)
    )
)
print("bytes kept, one batch of 64:", bytes_kept)
print("bytes kept, a batch of 16:  ", bytes_kept_small)
print("equal up to rounding:", bool(close))
print("second gradient:", gradients[1][:3, 0].numpy().round(4))
