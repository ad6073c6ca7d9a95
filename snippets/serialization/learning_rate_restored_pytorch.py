import torch

weight = torch.nn.Parameter(torch.tensor([3.0, -1.0]))
optimizer = torch.optim.SGD([weight], lr=0.1)
torch.save(optimizer.state_dict(), "optimizer.pt")

optimizer = torch.optim.SGD([weight], lr=0.5)
rates = [optimizer.param_groups[0]["lr"]]
optimizer.load_state_dict(torch.load("optimizer.pt"))
rates.append(optimizer.param_groups[0]["lr"])

optimizer.param_groups[0]["lr"] = 0.05
rates.append(optimizer.param_groups[0]["lr"])

loss = weight.square().sum()
loss.backward()
optimizer.step()
print("asked for, loaded, set afterwards:", rates)
print("weight after a step:", weight.detach())
