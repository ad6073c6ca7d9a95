import torch
from torch import nn

torch.manual_seed(0)
model = nn.Sequential(nn.Dropout(0.5))
x = torch.ones(1000)


def dropped(output):
    return int((output == 0).sum()) / 1000


by_default = dropped(model(x))
in_training = dropped(model.train()(x))
in_prediction = dropped(model.eval()(x))
print(f"model(x): {by_default}")
print(f"after model.train(): {in_training}")
print(f"after model.eval(): {in_prediction}")
