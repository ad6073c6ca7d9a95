import numpy as np
import torch
from torch.nn.utils import clip_grad_norm_

rng = np.random.default_rng(0)
features = torch.tensor(rng.normal(size=(12, 3)), dtype=torch.float32)
features[3] = torch.tensor([2e36, -1e36, 1e36])  # times 1024: infinite


def train(clip):
    weight = torch.tensor([0.1, -0.2, 0.3], requires_grad=True)
    optimizer = torch.optim.SGD([weight], lr=0.1, momentum=0.9)
    scaler = torch.amp.GradScaler(
        "cpu", init_scale=1024, growth_interval=4
    )
    scales, path = [], []
    for x in features:
        optimizer.zero_grad()
        loss = (x * weight).sum()
        scaler.scale(loss).backward()
        if clip:
            scaler.unscale_(optimizer)  # or the scale is clipped too
            clip_grad_norm_(weight, 1.0)
        scaler.step(optimizer)  # unless a gradient is not finite
        scaler.update()
        scales.append(scaler.get_scale())
        path.append(weight.detach().clone())
    return scales, path


scales, path = train(clip=False)
_, clipped_path = train(clip=True)
move_at_overflow = path[3] - path[2]
default_scale = torch.amp.GradScaler("cpu").get_scale()
print("scales:", *(f"{scale:.0f}" for scale in scales))
print("moved by the fourth step:", move_at_overflow.numpy())
print("in the end:   ", path[-1].numpy().round(4))
print("with clipping:", clipped_path[-1].numpy().round(4))
print("default scale:", default_scale)
