import numpy as np
import torch
from torch import nn

rng = np.random.default_rng(0)
x = torch.tensor(rng.normal(size=(32, 3)), dtype=torch.float32)
y = x.prod(dim=1, keepdim=True)
shapes = [(3, 8), (8,), (8, 1), (1,)]
start = [torch.tensor(rng.normal(0, 0.7, shape)) for shape in shapes]

model = nn.Sequential(nn.Linear(3, 8), nn.Tanh(), nn.Linear(8, 1))
with torch.no_grad():
    for parameter, values in zip(
        model.parameters(), start, strict=True
    ):
        parameter.copy_(values.t())
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)

losses = []
for epoch in range(12):
    inputs = x.clone().requires_grad_()
    prediction = model(inputs)
    (slopes,) = torch.autograd.grad(
        prediction.sum(), inputs, create_graph=True
    )
    loss = nn.functional.mse_loss(prediction, y)
    loss = loss + 0.1 * slopes.square().sum(dim=1).mean()
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    losses.append(loss.item())

inputs = x.clone().requires_grad_()
(slopes,) = torch.autograd.grad(model(inputs).sum(), inputs)
weights = [parameter.detach().t() for parameter in model.parameters()]
print("losses:", *(f"{loss:.4f}" for loss in losses[::3]))
print("first slope:", slopes[0].numpy().round(4))
