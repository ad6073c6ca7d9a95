import numpy as np
import torch
from sklearn.datasets import load_digits

rng = np.random.default_rng(0)
first = torch.tensor(rng.normal(0, 0.2, (64, 16))).float()
second = torch.tensor(rng.normal(0, 0.2, (16, 10))).float()
image = torch.tensor(load_digits().images[8] / 16.0).float()

image.requires_grad_()
scores = torch.tanh(image.flatten() @ first) @ second
winner = int(scores.argmax())
scores[winner].backward()
saliency = image.grad.abs()
strongest = int(saliency.argmax())

print("class", winner)
for row in saliency:
    print(*(f"{value:.2f}" for value in row))
print("strongest:", divmod(strongest, 8))
