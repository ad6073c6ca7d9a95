import numpy as np
import torch
from torch import nn

rng = np.random.default_rng(0)
y = torch.tensor(rng.integers(3, size=64))
x = torch.tensor(rng.normal(size=(64, 8)), dtype=torch.float32)
x[:, :3] += 2 * nn.functional.one_hot(y, 3)
shapes = [(8, 16), (16,), (16, 3), (3,)]
start = [torch.tensor(rng.normal(0, 0.3, shape)) for shape in shapes]

model = nn.Sequential(nn.Linear(8, 16), nn.ReLU(), nn.Linear(16, 3))
with torch.no_grad():
    for parameter, values in zip(
        model.parameters(), start, strict=True
    ):
        parameter.copy_(values.t())
optimizer = torch.optim.SGD(model.parameters(), lr=0.2)

losses = []
for step in range(10):
    optimizer.zero_grad()
    with torch.autocast("cpu", dtype=torch.bfloat16):
        hidden = model[:2](x)
        logits = model[2](hidden)
        loss = nn.functional.cross_entropy(logits, y)
    loss.backward()
    optimizer.step()
    losses.append(loss.item())

tensors = {
    "weight": model[0].weight,
    "hidden": hidden,
    "logits": logits,
    "loss": loss,
    "gradient": model[0].weight.grad,
}
dtypes = {
    name: str(tensor.dtype).removeprefix("torch.")
    for name, tensor in tensors.items()
}
weights = [parameter.detach().t() for parameter in model.parameters()]
for name, dtype in dtypes.items():
    print(f"{name:9}{dtype}")
print("losses:", *(f"{loss:.1f}" for loss in losses[::3]))
