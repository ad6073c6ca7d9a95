import numpy as np
import torch
from torch import nn

draw = np.random.default_rng(0).standard_normal
state = {}
for end in ["l0", "l0_reverse"]:
    for name, shape in {
        "weight_ih": (12, 2),
        "weight_hh": (12, 3),
        "bias_ih": (12,),
        "bias_hh": (12,),
    }.items():
        values = 0.5 * draw(shape, "float32")
        state[f"{name}_{end}"] = torch.tensor(values)
x = torch.tensor(draw((2, 4, 2), "float32"))
upstream = torch.tensor(draw((2, 4, 6), "float32"))

lstm = nn.LSTM(2, 3, bidirectional=True, batch_first=True)
lstm.load_state_dict(state)
outputs, (hidden, _) = lstm(x)
outputs.backward(upstream)

weight_gradients = [
    getattr(lstm, f"{name}_{end}").grad.numpy().T
    for end in ["l0", "l0_reverse"]
    for name in ["weight_ih", "weight_hh", "bias_ih"]
]
summary = outputs[:, -1]
final_states = torch.cat([hidden[0], hidden[1]], dim=-1)

print("outputs:", tuple(outputs.shape))
print("outputs[:, -1]:", summary[0].detach().numpy().round(4))
print("final states:  ", final_states[0].detach().numpy().round(4))
