import numpy as np
import torch
from torch import nn

rng = np.random.default_rng(0)
x = torch.tensor(rng.normal(size=(32, 3)), dtype=torch.float32)
y = x @ torch.tensor([[1.0], [-2.0], [0.5]])


class Run:
    def __init__(self):
        self.model = nn.Linear(3, 1)
        nn.init.zeros_(self.model.weight)
        nn.init.zeros_(self.model.bias)
        parameters = self.model.parameters()
        self.optimizer = torch.optim.Adam(parameters, lr=0.2, eps=1e-12)
        self.schedule = torch.optim.lr_scheduler.StepLR(
            self.optimizer, step_size=2, gamma=0.5
        )
        self.generator = torch.Generator().manual_seed(1)
        self.epoch = 0

    def train(self, last):
        losses, draws, rates = [], [], []
        while self.epoch < last:
            rates.append(self.optimizer.param_groups[0]["lr"])
            self.optimizer.zero_grad()
            loss = (self.model(x) - y).square().mean()
            loss.backward()
            self.optimizer.step()
            self.schedule.step()
            losses.append(loss.item())
            draw = torch.rand((), generator=self.generator)
            draws.append(draw.item())
            self.epoch += 1
        return losses, draws, rates

    def save(self, path):
        contents = {
            "model": self.model.state_dict(),
            "optimizer": self.optimizer.state_dict(),
            "schedule": self.schedule.state_dict(),
            "generator": self.generator.get_state(),
            "epoch": self.epoch,
        }
        torch.save(contents, path)

    def load(self, path):
        saved = torch.load(path)
        self.model.load_state_dict(saved["model"])
        self.optimizer.load_state_dict(saved["optimizer"])
        self.schedule.load_state_dict(saved["schedule"])
        self.generator.set_state(saved["generator"])
        self.epoch = saved["epoch"]


losses, draws, rates = Run().train(last=8)

first = Run()
first.train(last=3)
first.save("run.pt")

second = Run()
second.load("run.pt")
losses_resumed, draws_resumed, _ = second.train(last=8)

pairs = zip(losses[3:], losses_resumed, strict=True)
loss_difference = max(abs(a - b) for a, b in pairs)
pairs = zip(draws[3:], draws_resumed, strict=True)
draw_difference = max(abs(a - b) for a, b in pairs)
print("in one go:", *(f"{loss:.4f}" for loss in losses))
print("resumed:  ", *(f"{loss:.4f}" for loss in losses_resumed))
print("learning rates:", *(f"{rate:.4f}" for rate in rates))
print("differences:", loss_difference, draw_difference)
