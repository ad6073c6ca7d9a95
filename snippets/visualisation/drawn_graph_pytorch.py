import torch
from torch import nn
from torch.fx.passes.graph_drawer import FxGraphDrawer


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.hidden = nn.Linear(4, 8)
        self.branch = nn.Linear(8, 8)
        self.head = nn.Linear(8, 3)

    def forward(self, x):
        x = self.hidden(x)
        return self.head(self.branch(x) + x)


drawer = FxGraphDrawer(
    torch.fx.symbolic_trace(Net()),
    "net",
    ignore_parameters_and_buffers=True,
)
dot = drawer.get_dot_graph()
kind = dot.to_string().split()[0]
edges = sorted(
    f"{edge.get_source()} -> {edge.get_destination()}"
    for edge in dot.get_edges()
    if edge.get_destination() != "output"  # a node of its own here
)

print(kind)
print("\n".join(edges))
