import torch
from torch.optim.lr_scheduler import ExponentialLR

decay_saved, decay_new = 0.5, 0.9
weight = torch.nn.Parameter(torch.tensor([3.0, -1.0]))


def start(decay):
    optimizer = torch.optim.SGD([weight], lr=0.1)
    return optimizer, ExponentialLR(optimizer, gamma=decay)


def step(optimizer, schedule):
    optimizer.zero_grad()
    weight.square().sum().backward()
    optimizer.step()
    schedule.step()


optimizer, schedule = start(decay_saved)
step(optimizer, schedule)
(rate_saved,) = schedule.get_last_lr()
contents = {
    "optimizer": optimizer.state_dict(),
    "schedule": schedule.state_dict(),
}
torch.save(contents, "run.pt")

saved = torch.load("run.pt")
optimizer, schedule = start(decay_new)
optimizer.load_state_dict(saved["optimizer"])
schedule.load_state_dict(saved["schedule"])
rate_loaded = optimizer.param_groups[0]["lr"]
step(optimizer, schedule)
(rate_next,) = schedule.get_last_lr()
print(f"saved {rate_saved:.4f}")
print(f"loaded {rate_loaded:.4f}, then {rate_next:.4f}")
