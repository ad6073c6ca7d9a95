import numpy as np
import torch
from torch.nn import functional as F


# --8<-- [start:step]
def setup(size, mode, device):
    draw = np.random.default_rng(0).standard_normal
    x, upstream = (
        torch.tensor(draw(size, "float32"), device=device)
        for _ in range(2)
    )
    x.requires_grad_()
    name, how = mode.split("_")
    activation = getattr(F, name)
    if how == "compiled":
        activation = torch.compile(activation, dynamic=False)

    def step():
        y = activation(x)
        (gradient,) = torch.autograd.grad(y, x, upstream)
        return y.detach(), gradient

    return step


# --8<-- [end:step]
if __name__ == "__main__":
    # --8<-- [start:saved]
    def kept_for_gradient(mode):
        kept = []

        def note(tensor):
            kept.append(str(tensor.dtype))
            return tensor

        step = setup(1000, mode, "cpu")
        with torch.autograd.graph.saved_tensors_hooks(note, note):
            values = step()
        return values, kept[0]

    relu, kept = kept_for_gradient("relu_eager")
    print("relu, eager, keeps", kept)
    relu, kept = kept_for_gradient("relu_compiled")
    print("relu, compiled, keeps", kept)
    gelu, kept = kept_for_gradient("gelu_compiled")
    print("gelu, compiled, keeps", kept)
    # --8<-- [end:saved]
