import numpy as np
import torch
from torch.nn.functional import cross_entropy

rng = np.random.default_rng(0)
x = torch.tensor(rng.normal(size=(10, 4)), dtype=torch.float32)
y = torch.tensor([0, 1, 1, 2, 1, 0, 1, 2, 1, 1])
start = torch.tensor(rng.normal(size=(4, 3)), dtype=torch.float32)
class_weights = torch.tensor([0.5, 2.0, 1.0])


def loss_and_gradient(loss_of):
    kernel = start.clone().requires_grad_()
    loss = loss_of(x @ kernel)
    loss.backward()
    return {"loss": loss.detach(), "gradient": kernel.grad}


as_it_is = divided_by_weights = loss_and_gradient(
    lambda logits: cross_entropy(logits, y, weight=class_weights)
)
divided_by_count = loss_and_gradient(
    lambda logits: (
        class_weights[y] * cross_entropy(logits, y, reduction="none")
    ).mean()
)
print(f"as it is:            {as_it_is['loss']:.4f}")
print(f"divided by count:    {divided_by_count['loss']:.4f}")
