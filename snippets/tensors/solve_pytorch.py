import torch

a = torch.tensor(
    [[4.0, 1.0, -2.0], [1.0, 3.0, 0.5], [-1.0, 2.0, 5.0]],
    dtype=torch.float64,
)
b = torch.tensor([1.0, -2.0, 3.0], dtype=torch.float64)
inputs = [a.requires_grad_(), b.requires_grad_()]

solution = torch.linalg.solve(a, b)
log_determinant = torch.linalg.slogdet(a).logabsdet
loss = (solution**3).sum() + log_determinant
gradients = torch.autograd.grad(loss, inputs)
print("solution:", solution.detach().numpy().round(4))
print(f"log |det|: {log_determinant.item():.4f}")
print("gradient of b:", gradients[1].numpy().round(4))
