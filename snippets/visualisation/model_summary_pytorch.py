from collections import OrderedDict

import torch
from torch import nn

block = nn.Sequential(
    OrderedDict(expand=nn.Linear(12, 20), shrink=nn.Linear(20, 12))
)
model = nn.Sequential(
    OrderedDict(
        encoder=nn.Linear(7, 12),
        block=block,
        head=nn.Linear(12, 3, bias=False),
    )
)
text = str(model)
print(text)

names = {
    module: path.rpartition(".")[2]
    for path, module in model.named_modules()
    if not list(module.children())
}
parameters, widths = {}, {}


def note(module, inputs, output):
    parameters[names[module]] = sum(
        parameter.numel() for parameter in module.parameters()
    )
    widths[names[module]] = output.shape[-1]


for module in names:
    module.register_forward_hook(note)
model(torch.zeros(1, 7))

total = sum(parameter.numel() for parameter in model.parameters())
layers_in_text = [name for name in names.values() if name in text]
nested_by_default = "shrink" in text
counts_in_text = str(parameters["expand"]) in text
for name in parameters:
    print(f"{name:<8} {widths[name]:3} {parameters[name]:4}")
print("total", total)
