import shutil
import warnings

import numpy as np
import pytorch_lightning as pl
import torch
from pytorch_lightning.loggers import TensorBoardLogger
from sklearn.datasets import load_wine
from tensorboard.backend.event_processing import event_accumulator
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

warnings.filterwarnings("ignore", ".*(many workers|LeafSpec)")

rng = np.random.default_rng(0)
data, target = load_wine(return_X_y=True)
order = rng.permutation(len(data))
x = ((data - data.mean(0)) / data.std(0))[order].astype("float32")
y = target[order]
kernel = rng.normal(0, 0.3, (13, 3)).astype("float32")
bias = np.zeros(3, dtype="float32")


class Classifier(pl.LightningModule):
    def __init__(self):
        super().__init__()
        self.layer = nn.Linear(13, 3)

    def training_step(self, batch, batch_idx):
        inputs, labels = batch
        loss = nn.functional.cross_entropy(self.layer(inputs), labels)
        self.log("loss", loss, on_step=False, on_epoch=True)
        return loss

    def configure_optimizers(self):
        return torch.optim.SGD(self.parameters(), lr=0.1)


model = Classifier()
with torch.no_grad():
    model.layer.weight.copy_(torch.tensor(kernel.T))
    model.layer.bias.copy_(torch.tensor(bias))
train_set = TensorDataset(torch.tensor(x), torch.tensor(y))
shutil.rmtree("demo_logs", ignore_errors=True)
trainer = pl.Trainer(
    max_epochs=4,
    accelerator="cpu",
    logger=TensorBoardLogger("demo_logs", name="", version="wine"),
    log_every_n_steps=1,
    enable_checkpointing=False,
    enable_progress_bar=False,
    enable_model_summary=False,
)
trainer.fit(model, DataLoader(train_set, batch_size=32))

events = event_accumulator.EventAccumulator("demo_logs/wine").Reload()
steps = [event.step for event in events.Scalars("loss")]
losses = [event.value for event in events.Scalars("loss")]
last_step = steps[-1]
weights = model.layer.weight.detach().T

for step, loss in zip(steps, losses):
    print(f"{step:2} {loss:.4f}")
print("tags:", *events.Tags()["scalars"])
