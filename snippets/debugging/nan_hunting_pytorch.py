import torch

position = torch.tensor([1.0, 2.0], requires_grad=True)
target = torch.tensor([1.0, 2.0])


def distance():
    difference = position - target
    return torch.sqrt((difference**2).sum())


loss = distance()
loss.backward()
gradient = position.grad
print(f"loss {loss.item()}, gradient {gradient.tolist()}")

with torch.autograd.set_detect_anomaly(True):
    distance().backward()
