import numpy as np
import torch


# --8<-- [start:step]
def setup(size, mode, device):
    rng = np.random.default_rng(0)

    def draw(*shape):
        values = rng.standard_normal(shape).astype("float32")
        return torch.tensor(values).to(device)

    sequences = [draw(size - k * size // 4, 64) for k in range(3)]
    weight = draw(64, 64) / 8

    @torch.compile(dynamic=mode == "dynamic")
    def forward(x):
        h = torch.tanh(x @ weight)
        scores = torch.softmax(h @ h.T / 8, dim=1)
        return (scores @ h).mean(dim=0)

    @torch.inference_mode()
    def step():
        return [forward(x) for x in sequences]

    return step


# --8<-- [end:step]


if __name__ == "__main__":
    outputs = setup(32, "dynamic", "cpu")()
    for output in outputs:
        print(f"{output.sum().item():.4f}")
