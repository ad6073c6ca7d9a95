import torch

z = torch.tensor([1.0 + 2.0j, -0.5 + 0.25j], requires_grad=True)
factor = torch.tensor([0.5 - 1.0j, 0.0 + 2.0j])


def loss_at(z):
    return (factor * z * z - 1.0).abs().square().sum()


(gradient,) = torch.autograd.grad(loss_at(z), z)
print("gradient of a real loss:", gradient.numpy())

step, losses = z, []
for _ in range(5):
    loss = loss_at(step)
    (downhill,) = torch.autograd.grad(loss, step)
    step = (step - 0.002 * downhill).detach().requires_grad_()
    losses.append(loss.item())
print("losses:", *(f"{loss:.4f}" for loss in losses))

output = factor * z * z
(of_complex_output,) = torch.autograd.grad(
    output, z, grad_outputs=torch.ones_like(output)
)
derivative = (2 * factor * z).detach()
distance = (of_complex_output - derivative.conj()).abs().max()
distance_from_conjugate = distance.item()
print("derivative:", derivative.numpy())
print("gradient of a complex output:", of_complex_output.numpy())

(factor * z * z).sum().backward()
