import torch


def step(epsilon):
    weight = torch.nn.Parameter(torch.zeros(3))
    weight.grad = torch.tensor([1e-2, 1e-6, 1e-7])
    torch.optim.Adam([weight], lr=0.1, eps=epsilon).step()
    return weight.detach()


default_epsilon = torch.optim.Adam([torch.zeros(1)]).defaults["eps"]
same_epsilon = step(1e-7)
matched_epsilon = step(1e-7 / (1 - 0.999) ** 0.5)
tiny_epsilon = step(1e-15)
print("default epsilon:", default_epsilon)
print("epsilon 1e-7: ", same_epsilon.numpy().round(4))
print("matched:      ", matched_epsilon.numpy().round(4))
print("epsilon 1e-15:", tiny_epsilon.numpy().round(4))
