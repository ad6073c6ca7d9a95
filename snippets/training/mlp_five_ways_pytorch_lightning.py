import warnings

import numpy as np
import pytorch_lightning as pl
import torch
from sklearn.datasets import load_wine
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

warnings.filterwarnings("ignore", ".*(many workers|LeafSpec)")

rng = np.random.default_rng(0)
data, target = load_wine(return_X_y=True)
order = rng.permutation(len(data))
x = ((data - data.mean(0)) / data.std(0))[order].astype("float32")
y = target[order]
shapes = [(13, 16), (16,), (16, 3), (3,)]
start = [rng.normal(0, 0.3, shape) for shape in shapes]


class Classifier(pl.LightningModule):
    def __init__(self):
        super().__init__()
        self.network = nn.Sequential(
            nn.Linear(13, 16), nn.Tanh(), nn.Linear(16, 3)
        )
        self.losses, self.step_losses = [], []

    def training_step(self, batch, batch_idx):
        inputs, labels = batch
        loss = nn.functional.cross_entropy(self.network(inputs), labels)
        self.log("loss", loss, on_step=False, on_epoch=True)
        self.step_losses.append(loss.item())
        return loss

    def on_train_epoch_end(self):
        mean_loss = self.trainer.callback_metrics["loss"]
        self.losses.append(mean_loss.item())

    def configure_optimizers(self):
        return torch.optim.SGD(self.parameters(), lr=0.05, momentum=0.9)


model = Classifier()
with torch.no_grad():
    for parameter, values in zip(
        model.parameters(), start, strict=True
    ):
        parameter.copy_(torch.tensor(values.T))
train_set = TensorDataset(torch.tensor(x), torch.tensor(y))
trainer = pl.Trainer(
    max_epochs=4,
    accelerator="cpu",
    logger=False,
    enable_checkpointing=False,
    enable_progress_bar=False,
    enable_model_summary=False,
)
trainer.fit(model, DataLoader(train_set, batch_size=32))

losses, step_losses = model.losses, model.step_losses
steps = trainer.global_step
weights = [parameter.detach().t() for parameter in model.parameters()]
print(steps, "steps:", *(f"{loss:.4f}" for loss in losses))
