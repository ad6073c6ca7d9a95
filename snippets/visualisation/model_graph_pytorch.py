import shutil

import torch
from tensorboard.backend.event_processing import event_accumulator
from torch import nn
from torch.utils.tensorboard import SummaryWriter


class Classifier(nn.Module):
    def __init__(self):
        super().__init__()
        self.hidden = nn.Linear(4, 8)
        self.output = nn.Linear(8, 3)

    def forward(self, x):
        return self.output(torch.relu(self.hidden(x)))


shutil.rmtree("demo_logs", ignore_errors=True)
with SummaryWriter("demo_logs") as writer:
    writer.add_graph(Classifier(), torch.zeros(2, 4))

events = event_accumulator.EventAccumulator("demo_logs").Reload()
nodes = events.Graph().node
names = [node.name for node in nodes]
layers = [
    layer
    for layer in ("hidden", "output")
    if any(f"Linear[{layer}]/" in name for name in names)
]
operations = [node.op for node in nodes]
matrix_products = operations.count("aten::linear")

print("layers:", *layers)
for node in nodes:
    if node.op.startswith("aten::"):
        print(node.op, "in", node.name.rpartition("/")[0])
