import torch
from safetensors.torch import load_file
from torch import nn


# --8<-- [start:model]
class Block(nn.Module):
    def __init__(self, inside, outside, stride):
        super().__init__()
        self.conv1 = nn.Conv2d(
            inside, outside, 3, stride, padding=1, bias=False
        )
        self.bn1 = nn.BatchNorm2d(outside)
        self.conv2 = nn.Conv2d(
            outside, outside, 3, padding=1, bias=False
        )
        self.bn2 = nn.BatchNorm2d(outside)
        self.skip = nn.Sequential()
        if stride > 1:
            self.skip = nn.Sequential(
                nn.Conv2d(inside, outside, 1, stride, bias=False),
                nn.BatchNorm2d(outside),
            )

    def forward(self, x):
        y = torch.relu(self.bn1(self.conv1(x)))
        y = self.bn2(self.conv2(y))
        return torch.relu(y + self.skip(x))


class ResNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv = nn.Conv2d(3, 8, 3, padding=1, bias=False)
        self.bn = nn.BatchNorm2d(8)
        self.pool = nn.MaxPool2d(3, stride=2, padding=1)
        self.block1 = Block(8, 8, 1)
        self.block2 = Block(8, 16, 2)
        self.fc = nn.Linear(16, 10)

    def forward(self, x):
        x = self.pool(torch.relu(self.bn(self.conv(x))))
        x = self.block2(self.block1(x))
        return self.fc(x.mean(dim=(2, 3)))


# --8<-- [end:model]
# --8<-- [start:weights]
def batch():
    """Eight images, channels first, and their classes."""
    i = torch.arange(8 * 3 * 32 * 32, dtype=torch.float64)
    images = torch.sin(i * 0.37).float().reshape(8, 3, 32, 32)
    return images, torch.arange(8) % 10


torch.manual_seed(0)
model = ResNet()
images, classes = batch()
optimizer = torch.optim.SGD(model.parameters(), lr=0.05)
for _ in range(5):
    optimizer.zero_grad()
    nn.functional.cross_entropy(model(images), classes).backward()
    optimizer.step()
# --8<-- [end:weights]
# --8<-- [start:use]
checkpoint = load_file("resnet.safetensors")
apart = max(
    (value - checkpoint[name]).abs().max().item()
    for name, value in model.state_dict().items()
    if value.is_floating_point()
)
apart = max(apart, 1e-3)  # less is the processor's rounding
print(
    f"trained here and the file differ by at most 1e-3: {apart <= 1e-3}"
)

model.load_state_dict(checkpoint)
model.eval()
logits = model(images)
print("logits of the first image:")
print([f"{value:.4f}" for value in logits[0].tolist()])

model.train()
loss = nn.functional.cross_entropy(model(images), classes)
(first_gradient,) = torch.autograd.grad(loss, [model.conv.weight])
running_mean = model.block2.bn2.running_mean
running_variance = model.block2.bn2.running_var
print(f"loss in training mode: {loss.item():.5f}")
# --8<-- [end:use]
