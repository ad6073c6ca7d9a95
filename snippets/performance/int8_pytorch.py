import numpy as np
import torch
from torch import nn
from torch._inductor import config
from torchao.quantization import (
    Int8DynamicActivationInt8WeightConfig,
    quantize_,
)


# --8<-- [start:step]
def setup(size, mode, device):
    rng = np.random.default_rng(0)

    def draw(*shape):
        return rng.standard_normal(shape).astype("float32")

    x = torch.tensor(draw(size, 512)).to(device)
    model = nn.Sequential(
        nn.Linear(512, 1024),
        nn.ReLU(),
        nn.Linear(1024, 1024),
        nn.ReLU(),
        nn.Linear(1024, 16),
    )
    for layer in model[::2]:
        kernel = draw(layer.in_features, layer.out_features)
        layer.weight.data = torch.tensor(kernel.T.copy() / 32)
        layer.bias.data.zero_()
    model = model.to(device).eval()
    if mode == "int8":
        quantize_(model, Int8DynamicActivationInt8WeightConfig())
    config.freezing = True  # weights become constants
    model = torch.compile(model, dynamic=False)

    @torch.inference_mode()
    def step():
        return model(x)

    return step


# --8<-- [end:step]


if __name__ == "__main__":
    exact = setup(4, "float32", "cpu")()
    output = setup(4, "int8", "cpu")()
    error = (output - exact).abs().max() / exact.abs().max()
    error_of_int8 = error.item()
    print(exact.argmax(dim=1).tolist(), output.argmax(dim=1).tolist())
