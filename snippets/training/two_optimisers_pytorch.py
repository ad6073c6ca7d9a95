import numpy as np
import torch
from torch import nn

rng = np.random.default_rng(0)
reals = torch.tensor(rng.normal(2, 0.5, (10, 16, 2))).float()
noise = torch.tensor(rng.normal(size=(10, 16, 3))).float()
shapes = [(3, 8), (8,), (8, 2), (2,), (2, 8), (8,), (8, 1), (1,)]
start = [torch.tensor(rng.normal(0, 0.5, shape)) for shape in shapes]

generator = nn.Sequential(nn.Linear(3, 8), nn.Tanh(), nn.Linear(8, 2))
discriminator = nn.Sequential(
    nn.Linear(2, 8), nn.LeakyReLU(0.2), nn.Linear(8, 1)
)
parameters = [*generator.parameters(), *discriminator.parameters()]
with torch.no_grad():
    for parameter, values in zip(parameters, start, strict=True):
        parameter.copy_(values.t())
g_optimizer = torch.optim.SGD(
    generator.parameters(), lr=0.1, momentum=0.5
)
d_optimizer = torch.optim.SGD(
    discriminator.parameters(), lr=0.2, momentum=0.5
)
bce = nn.BCEWithLogitsLoss()
ones, zeros = torch.ones(16, 1), torch.zeros(16, 1)

generator_losses, discriminator_losses = [], []
for real, z in zip(reals, noise, strict=True):
    fake = generator(z)
    d_optimizer.zero_grad()
    d_loss = bce(discriminator(real), ones)
    d_loss = d_loss + bce(discriminator(fake.detach()), zeros)
    d_loss.backward()
    d_optimizer.step()

    g_optimizer.zero_grad()
    g_loss = bce(discriminator(fake), ones)
    g_loss.backward()
    g_optimizer.step()
    discriminator_losses.append(d_loss.item())
    generator_losses.append(g_loss.item())

weights = [parameter.detach().t() for parameter in parameters]
generator_weights, discriminator_weights = weights[:4], weights[4:]
print("D:", *(f"{loss:.4f}" for loss in discriminator_losses[::3]))
print("G:", *(f"{loss:.4f}" for loss in generator_losses[::3]))
