import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

KERNELS = {1: (4, 3, 3, 3), 2: (4, 4, 3, 3), 3: (4, 3, 1, 1)}
draw = np.random.default_rng(0).standard_normal
state = {}
for n, shape in KERNELS.items():
    state[f"conv{n}.weight"] = 0.3 * draw(shape, "float32")
    state[f"norm{n}.weight"] = draw(4, "float32")
    state[f"norm{n}.bias"] = draw(4, "float32")
    state[f"norm{n}.running_mean"] = draw(4, "float32")
    state[f"norm{n}.running_var"] = 1 + draw(4, "float32") ** 2
images = torch.tensor(draw((2, 3, 8, 6), "float32"))
upstream = torch.tensor(draw((2, 4, 4, 3), "float32"))


# --8<-- [start:block]
class Block(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(3, 4, 3, stride=2, padding=1, bias=False)
        self.norm1 = nn.BatchNorm2d(4)
        self.conv2 = nn.Conv2d(4, 4, 3, padding=1, bias=False)
        self.norm2 = nn.BatchNorm2d(4)
        self.conv3 = nn.Conv2d(3, 4, 1, stride=2, bias=False)
        self.norm3 = nn.BatchNorm2d(4)

    def forward(self, x):
        y = F.relu(self.norm1(self.conv1(x)))
        y = self.norm2(self.conv2(y))
        return F.relu(y + self.norm3(self.conv3(x)))


block = Block()
block.load_state_dict(
    {name: torch.tensor(value) for name, value in state.items()}
)

block.eval()
with torch.inference_mode():
    inference = block(images).permute(0, 2, 3, 1)

block.train()
maps = block(images)
maps.backward(upstream)
training_outputs = maps.permute(0, 2, 3, 1)
gradients = {
    name: parameter.grad for name, parameter in block.named_parameters()
}
norms = [block.norm1, block.norm2, block.norm3]
running_means = [norm.running_mean for norm in norms]
running_variances = [norm.running_var for norm in norms]
# --8<-- [end:block]
print("inference:", inference[0, 1, 1].numpy().round(4))
pixel = training_outputs[0, 1, 1].detach().numpy().round(4)
print("training:", pixel)
print("running mean:", running_means[0].numpy().round(4))
print("running variance:", running_variances[0].numpy().round(4))
