import numpy as np
import torch
from safetensors.numpy import save_file
from safetensors.torch import load_file
from torch import nn

rng = np.random.default_rng(0)


def draw(*shape):
    return rng.normal(size=shape).astype("float32")


x = torch.tensor(draw(2, 5, 5, 2)).permute(0, 3, 1, 2)

# The names and shapes that Keras gives its weights.
names = ["gamma", "beta", "moving_mean", "moving_variance"]
arrays = {"conv/kernel": draw(3, 3, 2, 4), "conv/bias": draw(4)}
arrays |= {f"norm/{name}": draw(4) for name in names}
arrays["norm/moving_variance"] **= 2
arrays |= {"dense/kernel": draw(4, 3), "dense/bias": draw(3)}
save_file(arrays, "keras.safetensors")

model = nn.Sequential(
    nn.Conv2d(2, 4, 3),
    nn.BatchNorm2d(4, eps=1e-3),
    nn.ReLU(),
    nn.AdaptiveAvgPool2d(1),
    nn.Flatten(),
    nn.Linear(4, 3),
)
loaded = load_file("keras.safetensors")
state = {
    "0.weight": loaded["conv/kernel"].permute(3, 2, 0, 1),
    "0.bias": loaded["conv/bias"],
    "1.weight": loaded["norm/gamma"],
    "1.bias": loaded["norm/beta"],
    "1.running_mean": loaded["norm/moving_mean"],
    "1.running_var": loaded["norm/moving_variance"],
    "5.weight": loaded["dense/kernel"].T,
    "5.bias": loaded["dense/bias"],
}
model.load_state_dict(state)
model.eval()
with torch.no_grad():
    outputs = model(x)
print(outputs.numpy().round(4))
