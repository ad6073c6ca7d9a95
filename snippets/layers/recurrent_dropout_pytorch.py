import torch
from torch import nn

torch.manual_seed(0)
x = torch.randn(2, 5, 3)


def drops(layer):
    """Whether outputs in training and inference differ."""
    training, _ = layer.train()(x)
    inference, _ = layer.eval()(x)
    return not torch.allclose(training, inference)


one = nn.LSTM(3, 4, dropout=0.5, batch_first=True)
two = nn.LSTM(3, 4, num_layers=2, dropout=0.5, batch_first=True)
drops_with_one_layer = drops(one)
drops_between_two = drops(two)

print("dropout=0.5, one layer: ", drops_with_one_layer)
print("dropout=0.5, two layers:", drops_between_two)
