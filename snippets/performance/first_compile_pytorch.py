import numpy as np
import torch
import torch.compiler.config as compiler_config


# --8<-- [start:step]
def setup(size, mode, device):
    rng = np.random.default_rng(0)

    def draw(*shape):
        values = rng.standard_normal(shape).astype("float32")
        return torch.tensor(values).to(device)

    x = draw(32, 64)
    weights = [draw(64, 64) / 8 for _ in range(size)]

    @torch.inference_mode()
    def step():
        torch.compiler.reset()

        def forward(x):
            for weight in weights:
                x = torch.tanh(x @ weight)
            return x

        with compiler_config.patch(force_disable_caches=True):
            return torch.compile(forward)(x)

    return step


# --8<-- [end:step]


if __name__ == "__main__":
    output = setup(3, "compiled", "cpu")()
    print(output.shape)
