import tempfile
import warnings

import numpy as np
import pytorch_lightning as pl
import torch
from pytorch_lightning.callbacks import EarlyStopping, ModelCheckpoint
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

warnings.filterwarnings("ignore", ".*(many workers|LeafSpec)")

rng = np.random.default_rng(0)
x = torch.tensor(rng.normal(size=(32, 2)), dtype=torch.float32)
x_val = torch.tensor(rng.normal(size=(32, 2)), dtype=torch.float32)
y = x @ torch.tensor([[2.0], [-1.0]])
y_val = x_val @ torch.tensor([[1.0], [-0.5]])  # best half-way there


class Regression(pl.LightningModule):
    def __init__(self):
        super().__init__()
        self.layer = nn.Linear(2, 1, bias=False)
        nn.init.zeros_(self.layer.weight)
        self.validation_losses = []

    def training_step(self, batch, batch_idx):
        inputs, targets = batch
        return nn.functional.mse_loss(self.layer(inputs), targets)

    def validation_step(self, batch, batch_idx):
        inputs, targets = batch
        loss = nn.functional.mse_loss(self.layer(inputs), targets)
        self.log("val_loss", loss)
        self.validation_losses.append(loss.item())

    def configure_optimizers(self):
        return torch.optim.SGD(self.parameters(), lr=0.1)


model = Regression()
with tempfile.TemporaryDirectory() as folder:
    best = ModelCheckpoint(
        dirpath=folder, filename="{epoch}", monitor="val_loss"
    )
    trainer = pl.Trainer(
        max_epochs=50,
        callbacks=[EarlyStopping("val_loss", patience=3), best],
        num_sanity_val_steps=0,
        accelerator="cpu",
        logger=False,
        enable_progress_bar=False,
        enable_model_summary=False,
    )
    trainer.fit(
        model,
        DataLoader(TensorDataset(x, y), batch_size=32),
        DataLoader(TensorDataset(x_val, y_val), batch_size=32),
    )
    checkpoint = torch.load(best.best_model_path)

validation_losses = model.validation_losses
epochs, best_epoch = len(validation_losses), checkpoint["epoch"]
last_kernel = model.layer.weight.detach().clone().t()
model.load_state_dict(checkpoint["state_dict"])
best_kernel = model.layer.weight.detach().t()
print("validation:", *(f"{loss:.4f}" for loss in validation_losses))
print(f"best was epoch {best_epoch + 1} of {epochs}")
