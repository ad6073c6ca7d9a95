import numpy as np
import torch
from torch.func import functional_call, grad, vmap

rng = np.random.default_rng(0)
x = torch.tensor(rng.normal(size=(5, 4)), dtype=torch.float32)
kernel = rng.normal(size=(4, 3)).astype("float32")
labels = torch.tensor([0, 2, 1, 2, 0])

model = torch.nn.Linear(4, 3)
with torch.no_grad():
    model.weight.copy_(torch.tensor(kernel.T))
    model.bias.zero_()


def loss_of(parameters, sample, label):
    logits = functional_call(model, parameters, (sample,))
    return torch.nn.functional.cross_entropy(logits, label)


parameters = {
    name: parameter.detach()
    for name, parameter in model.named_parameters()
}
gradients = vmap(grad(loss_of), in_dims=(None, 0, 0))(
    parameters, x, labels
)
kernel_gradients = gradients["weight"].mT
bias_gradients = gradients["bias"]
print("kernel gradients:", tuple(kernel_gradients.shape))
norms = torch.linalg.vector_norm(kernel_gradients, dim=(1, 2))
print("norms:", norms)
