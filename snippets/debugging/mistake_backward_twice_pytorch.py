import torch

weight = torch.tensor(2.0, requires_grad=True)
cube = weight**3
loss, penalty = 5 * cube, cube**2

loss.backward()
gradient = weight.grad.clone()
print(f"gradient of the loss: {gradient}")

penalty.backward()
