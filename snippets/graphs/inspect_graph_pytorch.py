import numpy as np
import torch

rng = np.random.default_rng(0)
kernel = rng.normal(size=(3, 2)).astype("float32")
x = torch.tensor(rng.normal(size=(4, 3)).astype("float32"))


class Dense(torch.nn.Module):
    def __init__(self):
        super().__init__()
        self.kernel = torch.nn.Parameter(torch.tensor(kernel))
        self.bias = torch.nn.Parameter(torch.ones(2))

    def forward(self, x):
        return torch.relu(x @ self.kernel + self.bias)


program = torch.export.export(Dense(), (x,))
nodes = [str(node.target) for node in program.graph.nodes]
output = program.module()(x)

for node in nodes:
    print(node)
print("shape of the output:", tuple(output.shape))
