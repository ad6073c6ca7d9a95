import torch


def flip(x):
    if x.sum() > 0:
        return -x
    return x


x = torch.tensor([1.0, 2.0, 3.0])
eager_output = flip(x)
print("eager:", eager_output.tolist())

captured = torch.compile(flip, backend="eager", fullgraph=True)
captured(x)
