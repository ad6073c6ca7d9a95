import warnings

import numpy as np
import pytorch_lightning as pl
import torch
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

warnings.filterwarnings("ignore", ".*(many workers|LeafSpec)")

rng = np.random.default_rng(0)
x = torch.tensor(rng.normal(size=(32, 2)), dtype=torch.float32)
y = x @ torch.tensor([[2.0], [-1.0]])


class Regression(pl.LightningModule):
    def __init__(self):
        super().__init__()
        self.layer = nn.Linear(2, 1, bias=False)
        nn.init.zeros_(self.layer.weight)

    def training_step(self, batch, batch_idx):
        inputs, targets = batch
        return nn.functional.mse_loss(self.layer(inputs), targets)

    def configure_optimizers(self):
        return torch.optim.SGD(self.parameters(), lr=0.02)


class StopAtNorm(pl.Callback):
    def __init__(self, limit):
        self.limit, self.norms = limit, []

    def on_train_epoch_end(self, trainer, pl_module):
        weight = pl_module.layer.weight.detach()
        self.norms.append(torch.linalg.norm(weight).item())
        if self.norms[-1] > self.limit:
            trainer.should_stop = True


model, callback = Regression(), StopAtNorm(1.8)
trainer = pl.Trainer(
    max_epochs=50,
    callbacks=[callback],
    accelerator="cpu",
    logger=False,
    enable_checkpointing=False,
    enable_progress_bar=False,
    enable_model_summary=False,
)
trainer.fit(model, DataLoader(TensorDataset(x, y), batch_size=8))

norms, epochs = callback.norms, len(callback.norms)
kernel = model.layer.weight.detach().t()
print("norms:", *(f"{norm:.3f}" for norm in norms[::2]))
print("stopped after", epochs, "epochs")
