import numpy as np
import torch
from torch._inductor.utils import run_and_get_code

rng = np.random.default_rng(0)
x = torch.tensor(rng.normal(size=(16, 8)), dtype=torch.float32)
weights = torch.tensor(rng.normal(size=(8, 4)), dtype=torch.float32)
weights.requires_grad_()


def loss_of(x, weights):
    hidden = torch.relu(x @ weights)
    return (2 * hidden + 1).mean()


modes = {
    "eager": loss_of,
    "captured": torch.compile(loss_of, backend="eager"),
    "generated": torch.compile(loss_of, backend="inductor"),
}
losses, gradients = {}, {}
for mode, function in modes.items():
    loss = function(x, weights)
    (gradients[mode],) = torch.autograd.grad(loss, weights)
    losses[mode] = loss.item()
    print(f"{mode:10} {losses[mode]:.6f}")
spread = max(losses.values()) - min(losses.values())

torch.compiler.reset()
generated = modes["generated"]
_, programs = run_and_get_code(
    lambda: torch.autograd.grad(generated(x, weights), weights)
)
fusions = "".join(programs).count("= async_compile.cpp")
print("fused kernels in the Inductor programs:", fusions)
