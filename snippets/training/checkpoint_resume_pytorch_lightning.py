import tempfile
import warnings

import numpy as np
import pytorch_lightning as pl
import torch
from torch import nn
from torch.optim.lr_scheduler import ExponentialLR
from torch.utils.data import DataLoader, TensorDataset

warnings.filterwarnings("ignore", ".*(many workers|LeafSpec)")

rng = np.random.default_rng(0)
x = torch.tensor(rng.normal(size=(50, 3)), dtype=torch.float32)
y = torch.tensor(rng.normal(size=(50, 1)), dtype=torch.float32)
betas = (0.875, 0.984375)  # float32 holds them without rounding
shapes = [(3, 8), (8,), (8, 1), (1,)]
start = [torch.tensor(rng.normal(0, 0.5, shape)) for shape in shapes]
loader = DataLoader(TensorDataset(x, y), batch_size=10)


class Regression(pl.LightningModule):
    def __init__(self):
        super().__init__()
        self.network = nn.Sequential(
            nn.Linear(3, 8), nn.Tanh(), nn.Linear(8, 1)
        )
        with torch.no_grad():
            for parameter, values in zip(
                self.parameters(), start, strict=True
            ):
                parameter.copy_(values.t())

    def training_step(self, batch, batch_idx):
        inputs, targets = batch
        return nn.functional.mse_loss(self.network(inputs), targets)

    def configure_optimizers(self):
        optimizer = torch.optim.Adam(
            self.parameters(), lr=0.05, betas=betas, eps=1e-12
        )
        schedule = {
            "scheduler": ExponentialLR(optimizer, gamma=0.9),
            "interval": "step",
        }
        return {"optimizer": optimizer, "lr_scheduler": schedule}


def fit(epochs, checkpoint=None):
    model = Regression()
    trainer = pl.Trainer(
        max_epochs=epochs,
        accelerator="cpu",
        logger=False,
        enable_checkpointing=False,
        enable_progress_bar=False,
        enable_model_summary=False,
    )
    trainer.fit(model, loader, ckpt_path=checkpoint)
    return model, trainer


whole, _ = fit(2)
with tempfile.TemporaryDirectory() as folder:
    _, trainer = fit(1)
    trainer.save_checkpoint(f"{folder}/run.ckpt")
    resumed, trainer = fit(2, checkpoint=f"{folder}/run.ckpt")

pairs = zip(whole.parameters(), resumed.parameters())
largest_difference = max((a - b).abs().max().item() for a, b in pairs)
weights = [parameter.detach().t() for parameter in resumed.parameters()]
print(trainer.global_step, "steps in all")
print("difference after resuming:", largest_difference)
