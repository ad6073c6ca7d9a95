import torch
from torch.serialization import register_package

x = torch.tensor([[1.0, -2.0, 0.5]])
weight = torch.tensor([[0.5], [1.5], [-1.0]])

# Marks each tensor in the file as one that was on a GPU.
register_package(0, lambda storage: "cuda:0", lambda *_: None)
torch.save({"weight": weight}, "gpu.pt")

loaded = torch.load("gpu.pt", map_location="cpu")["weight"]
device = loaded.device.type
outputs = x @ loaded
print("loaded on:", device)
print("outputs:", outputs)

torch.load("gpu.pt")
