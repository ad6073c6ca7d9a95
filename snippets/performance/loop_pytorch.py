import numpy as np
import torch


# --8<-- [start:step]
def setup(size, mode, device):
    rng = np.random.default_rng(0)

    def draw(*shape):
        values = rng.standard_normal(shape).astype("float32")
        return torch.tensor(values).to(device)

    x = draw(50, 32, size)
    w, u = draw(size, size) / size, draw(size, size) / size

    def cell(x_t, h):
        return torch.tanh(x_t @ w + h @ u)

    if mode == "compiled_cell":
        cell = torch.compile(cell, dynamic=False)

    def loop(x):
        rows = x.unbind()
        h = torch.zeros_like(rows[0])
        for x_t in rows:
            h = cell(x_t, h)
        return h

    if mode == "compiled":
        loop = torch.compile(loop, dynamic=False)

    @torch.inference_mode()
    def step():
        return loop(x)

    return step


# --8<-- [end:step]


if __name__ == "__main__":
    final_state = setup(16, "eager", "cpu")()
    print(f"{final_state.sum().item():.4f}")
