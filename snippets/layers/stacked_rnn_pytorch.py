import numpy as np
import torch
from torch import nn

draw = np.random.default_rng(0).standard_normal
state = {}
for layer, inputs in enumerate([3, 4]):
    for name, shape in {
        "weight_ih": (4, inputs),
        "weight_hh": (4, 4),
        "bias_ih": (4,),
        "bias_hh": (4,),
    }.items():
        values = 0.5 * draw(shape, "float32")
        state[f"{name}_l{layer}"] = torch.tensor(values)
x = torch.tensor(draw((2, 5, 3), "float32"))
start = torch.tensor(draw((2, 2, 4), "float32"), requires_grad=True)
upstream = torch.tensor(draw((2, 5, 4), "float32"))

rnn = nn.RNN(3, 4, num_layers=2, batch_first=True)
rnn.load_state_dict(state)
outputs, final_states = rnn(x, start)
outputs.backward(upstream)

weight_gradients = [
    getattr(rnn, f"{name}_l{layer}").grad.T
    for layer in range(2)
    for name in ["weight_ih", "weight_hh"]
]
initial_state_gradient = start.grad
print("last:", outputs[0, -1].detach().numpy().round(3))
for layer in range(2):
    state = final_states[layer, 0].detach().numpy().round(3)
    print(f"state of layer {layer}:", state)
