import numpy as np
import torch
from torch import nn

SHAPES = {
    "weight_ih_l0": (12, 3),
    "weight_hh_l0": (12, 4),
    "bias_ih_l0": (12,),
    "bias_hh_l0": (12,),
}
draw = np.random.default_rng(0).standard_normal
state = {
    name: torch.tensor(draw(shape, "float32"))
    for name, shape in SHAPES.items()
}
x = torch.tensor(draw((2, 5, 3), "float32"))
upstream = torch.tensor(draw((2, 5, 4), "float32"))

gru = nn.GRU(input_size=3, hidden_size=4, batch_first=True)
gru.load_state_dict(state)
outputs, _ = gru(x)
outputs.backward(upstream)

transposed_only = reset_before = outputs
input_weight_gradient = gru.weight_ih_l0.grad
recurrent_weight_gradient = gru.weight_hh_l0.grad
bias_gradients = [gru.bias_ih_l0.grad, gru.bias_hh_l0.grad]

time_first = nn.GRU(input_size=3, hidden_size=4)
time_first.load_state_dict(state)
axes_by_default, _ = time_first(x)
axes_exchanged = time_first(x.transpose(0, 1))[0].transpose(0, 1)

# The reset gate before the matrix product needs a loop.
w_ih, w_hh, b_ih, b_hh = state.values()
w_reset, w_update, w_new = w_hh.mT.chunk(3, dim=1)
hidden, steps = torch.zeros(2, 4), []
for parts in (x @ w_ih.mT + b_ih + b_hh).unbind(1):
    reset, update, new = parts.chunk(3, dim=1)
    reset = torch.sigmoid(reset + hidden @ w_reset)
    update = torch.sigmoid(update + hidden @ w_update)
    new = torch.tanh(new + (reset * hidden) @ w_new)
    hidden = update * hidden + (1 - update) * new
    steps.append(hidden)
reset_before_by_hand = torch.stack(steps, dim=1)

print("last:", outputs[0, -1].detach().numpy().round(4))
unlike = axes_by_default[0, -1].detach().numpy().round(4)
print("without batch_first:", unlike)
print("reset before:", hidden[0].numpy().round(4))
