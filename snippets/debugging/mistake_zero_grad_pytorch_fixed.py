import torch

x = torch.linspace(-1, 1, 21)
y = 3 * x
slope = torch.zeros((), requires_grad=True)
optimizer = torch.optim.SGD([slope], lr=0.5)

losses = []
for _ in range(8):
    optimizer.zero_grad()
    loss = ((slope * x - y) ** 2).mean()
    loss.backward()
    optimizer.step()
    losses.append(loss.item())

first_losses = losses[:2]
print(" ".join(f"{loss:.3f}" for loss in losses))
