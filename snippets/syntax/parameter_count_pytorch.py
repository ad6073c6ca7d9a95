from torch import nn

model = nn.Sequential(
    nn.Linear(784, 64),
    nn.BatchNorm1d(64),
    nn.ReLU(),
    nn.Linear(64, 10),
)


def count_trainable(model):
    return sum(p.numel() for p in model.parameters() if p.requires_grad)


trainable = count_trainable(model)
fixed = sum(buffer.numel() for buffer in model.buffers())
print(trainable, "trainable,", fixed, "in buffers:")
for name, buffer in model.named_buffers():
    print(" ", name, buffer.numel())

model[0].requires_grad_(False)
trainable_after_freezing = count_trainable(model)
print("first layer frozen:", trainable_after_freezing, "trainable")
