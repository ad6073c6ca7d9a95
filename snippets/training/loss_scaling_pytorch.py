import numpy as np
import torch

rng = np.random.default_rng(0)
features = torch.tensor(rng.normal(size=(12, 3)), dtype=torch.float32)
features[3] = torch.tensor([2e36, -1e36, 1e36])  # times 1024: infinite

weight = torch.tensor([0.1, -0.2, 0.3], requires_grad=True)
optimizer = torch.optim.SGD([weight], lr=0.1, momentum=0.9)
scaler = torch.amp.GradScaler("cpu", init_scale=1024, growth_interval=4)

scales, path = [], []
for x in features:
    optimizer.zero_grad()
    loss = (x * weight).sum()
    scaler.scale(loss).backward()
    scaler.step(optimizer)  # unless a gradient is not finite
    scaler.update()
    scales.append(scaler.get_scale())
    path.append(weight.detach().clone())

move_at_overflow = path[3] - path[2]
default_scale = torch.amp.GradScaler("cpu").get_scale()
print("scales:", *(f"{scale:.0f}" for scale in scales))
print("moved by the fourth step:", move_at_overflow.numpy())
print("default scale:", default_scale)
