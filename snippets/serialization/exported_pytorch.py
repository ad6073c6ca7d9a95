import numpy as np
import torch
from torch import nn

rng = np.random.default_rng(0)
x = torch.tensor(rng.normal(size=(5, 4)), dtype=torch.float32)


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.hidden = nn.Linear(4, 3)
        self.head = nn.Linear(3, 2)

    def forward(self, x):
        return self.head(torch.tanh(self.hidden(x)))


model = Net()
with torch.no_grad():
    for layer in (model.hidden, model.head):
        fan_out, fan_in = layer.weight.shape
        kernel = rng.normal(size=(fan_in, fan_out))
        layer.weight.copy_(torch.tensor(kernel.T))
        layer.bias.copy_(torch.tensor(rng.normal(size=fan_out)))
    expected = model(x)

batch = torch.export.Dim("batch")
program = torch.export.export(
    model, (x[:3],), dynamic_shapes={"x": {0: batch}}
)
torch.export.save(program, "model.pt2")
del Net, model, program

program = torch.export.load("model.pt2")
loaded = program.module()
with torch.no_grad():
    outputs = [loaded(x[:2]), loaded(x)]
print("inputs:", *program.graph_signature.user_inputs)
print("shapes:", *(tuple(output.shape) for output in outputs))
print(outputs[0].numpy().round(4))
