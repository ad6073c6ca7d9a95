import io
import pdb

import torch
from torch import nn

commands = io.StringIO("p tuple(h.shape)\np h.tolist()\nc\n")
screen = io.StringIO()
debugger = pdb.Pdb(stdin=commands, stdout=screen)


class Net(nn.Module):
    def forward(self, x):
        h = x * 2
        debugger.set_trace()
        return h + 1


output = Net()(torch.tensor([0.5, 1.0]))

answers = [
    line.removeprefix("(Pdb) ")
    for line in screen.getvalue().splitlines()
    if line.startswith("(Pdb) ")
]
print("\n".join(answers[:2]))
