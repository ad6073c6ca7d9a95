import numpy as np
import torch
from safetensors.torch import (
    load_file,
    load_model,
    save_file,
    save_model,
)
from torch import nn

rng = np.random.default_rng(0)
tokens = torch.tensor([[0, 3, 1], [4, 4, 2]])


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.embedding = nn.Embedding(5, 3)
        self.output = nn.Linear(3, 5, bias=False)
        self.output.weight = self.embedding.weight

    def forward(self, tokens):
        return self.output(self.embedding(tokens).mean(dim=1))


model = Net()
with torch.no_grad():
    start = torch.tensor(rng.normal(size=(5, 3)))
    model.embedding.weight.copy_(start)

torch.save(model.state_dict(), "weights.pt")
state = torch.load("weights.pt")
names = len(state)
memories_in_file = len({t.data_ptr() for t in state.values()})
print("names:", *state)
print("memories in the file:", memories_in_file)

save_model(model, "model.safetensors")
names_in_safetensors = len(load_file("model.safetensors"))
loaded = Net()
load_model(loaded, "model.safetensors")
with torch.no_grad():
    outputs = loaded(tokens)
    loaded.embedding.weight.mul_(-2)
    outputs_after_change = loaded(tokens)
print("names in safetensors:", names_in_safetensors)
print("first output:", outputs[0].numpy().round(4))

save_file(model.state_dict(), "weights.safetensors")
