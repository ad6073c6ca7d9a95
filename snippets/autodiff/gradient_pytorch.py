import torch

x = torch.tensor([[1.0, 2.0], [-1.0, 0.5], [0.3, -2.0]])
target = torch.tensor([1.0, 0.0, -1.0])
weight = torch.tensor([0.5, -0.25], requires_grad=True)
bias = torch.tensor(0.1, requires_grad=True)

prediction = torch.tanh(x @ weight + bias)
loss = (prediction - target).square().mean()
loss.backward()

weight_gradient = weight.grad
bias_gradient = bias.grad
print(f"loss: {loss:.4f}")
print("weight gradient:", weight_gradient)
print("bias gradient:", bias_gradient)
