import numpy as np
import torch
from torch import nn
from torch.utils.mkldnn import to_mkldnn


# --8<-- [start:step]
def setup(size, mode, device):
    draw = np.random.default_rng(0).standard_normal
    a, b = (
        torch.tensor(draw((size, size), "float32")) for _ in range(2)
    )
    layer = nn.Linear(size, size, bias=False).eval()
    with torch.no_grad():
        layer.weight.copy_(b.T)
    if mode == "onednn":
        layer = to_mkldnn(layer)

    @torch.inference_mode()
    def step():
        return layer(a)

    return step


# --8<-- [end:step]
if __name__ == "__main__":
    product = setup(64, "onednn", "cpu")()
    print("shape", tuple(product.shape))
    print("first row", *(f"{value:.3f}" for value in product[0, :6]))
