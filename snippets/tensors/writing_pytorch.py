import torch

source = torch.arange(12.0).reshape(3, 4).requires_grad_()
values = torch.tensor([-1.0, -2.0, -3.0], requires_grad=True)

written = source.clone()
written[1] = 0.5
written[:, 2] = values
written[written > 8] = 8.0

loss = written.square().sum()
gradients = torch.autograd.grad(loss, [source, values])
print("written:", *written.tolist(), sep="\n")
print("gradient of the column:", gradients[1].tolist())

column_written = source.detach().clone()
column_written[:, 2] = values.detach()

weights = torch.nn.Parameter(torch.arange(12.0).reshape(3, 4))
with torch.no_grad():
    weights[1] = 0.5
    weights[:, 2] = values
    weights[weights > 8] = 8.0
    weights += 1
trainable = weights.detach()
print("parameter + 1:", *trainable.tolist(), sep="\n")
