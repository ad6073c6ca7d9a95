import torch
from sklearn.datasets import load_iris
from torch import nn

x = torch.tensor(load_iris().data, dtype=torch.float32)


def build():
    norm = nn.BatchNorm1d(4, eps=1e-3, momentum=0.01)
    return nn.Sequential(norm, nn.Dropout(0.5))


def dropped(outputs):
    return (outputs == 0).float().mean().item()


torch.manual_seed(0)
model = build()
with torch.no_grad():
    dropped_by_default = dropped(model(x))
mean_after_default_call = model[0].running_mean

model = build()
model.train()
dropped_in_training = dropped(model(x))
mean_after_training_call = model[0].running_mean
variance_after_training_call = model[0].running_var

model.eval()
with torch.inference_mode():
    inference_outputs = model(x)
dropped_in_inference = dropped(inference_outputs)

print(f"dropped by default: {dropped_by_default:.2f}")
print(f"dropped in training: {dropped_in_training:.2f}")
print(f"dropped in inference: {dropped_in_inference:.2f}")
moved = mean_after_default_call.numpy().round(3)
print("mean after default call:", moved)
