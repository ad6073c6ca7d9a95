import tempfile
import warnings

import numpy as np
import pytorch_lightning as pl
import torch
from pytorch_lightning.callbacks import ModelCheckpoint
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

# Lightning says whether it finds a checkpoint
warnings.filterwarnings(
    "ignore", ".*(many workers|LeafSpec|last checkpoint|not empty)"
)

rng = np.random.default_rng(0)
x = torch.tensor(rng.normal(size=(40, 3)), dtype=torch.float32)
y = torch.tensor(rng.normal(size=(40, 1)), dtype=torch.float32)
shapes = [(3, 8), (8,), (8, 1), (1,)]
start = [torch.tensor(rng.normal(0, 0.5, shape)) for shape in shapes]
loader = DataLoader(TensorDataset(x, y), batch_size=10)
steps = []


class Regression(pl.LightningModule):
    def __init__(self, fails_in):
        super().__init__()
        self.fails_in = fails_in
        self.network = nn.Sequential(
            nn.Linear(3, 8), nn.Tanh(), nn.Linear(8, 1)
        )
        with torch.no_grad():
            for parameter, values in zip(
                self.parameters(), start, strict=True
            ):
                parameter.copy_(values.t())

    def training_step(self, batch, batch_idx):
        if self.global_step == self.fails_in:
            raise RuntimeError("power cut")
        steps.append(batch_idx)
        inputs, targets = batch
        return nn.functional.mse_loss(self.network(inputs), targets)

    def configure_optimizers(self):
        return torch.optim.SGD(self.parameters(), lr=0.1, momentum=0.75)


def train(folder, fails_in=None):
    model = Regression(fails_in)
    trainer = pl.Trainer(
        max_epochs=5,
        callbacks=[ModelCheckpoint(folder, save_last=True)],
        accelerator="cpu",
        logger=False,
        enable_progress_bar=False,
        enable_model_summary=False,
    )
    trainer.fit(model, loader, ckpt_path="last")
    return [p.detach().t() for p in model.parameters()]


with tempfile.TemporaryDirectory() as folder:
    whole = train(f"{folder}/whole")

    steps.clear()
    try:
        train(f"{folder}/run", fails_in=11)
    except RuntimeError as error:
        print("first run:", error, "after", len(steps), "steps")
    until_failure = len(steps)
    weights = train(f"{folder}/run")
    steps_run = len(steps)

pairs = zip(whole, weights, strict=True)
largest_difference = max((a - b).abs().max().item() for a, b in pairs)
print("second run:", steps_run - until_failure, "steps")
print("difference of the weights:", largest_difference)
