import numpy as np
import torch
from torch import nn

SHAPES = {
    "weight_ih_l0": (16, 3),
    "weight_hh_l0": (16, 4),
    "bias_ih_l0": (16,),
    "bias_hh_l0": (16,),
}
draw = np.random.default_rng(0).standard_normal
state = {
    name: torch.tensor(0.5 * draw(shape, "float32"))
    for name, shape in SHAPES.items()
}
x = torch.tensor(draw((2, 5, 3), "float32"), requires_grad=True)
upstream = torch.tensor(draw((2, 5, 4), "float32"))

lstm = nn.LSTM(input_size=3, hidden_size=4, batch_first=True)
lstm.load_state_dict(state)
outputs, (hidden, cell) = lstm(x)
outputs.backward(upstream)

shape_by_default = tuple(outputs.shape)
final_states = [hidden[0], cell[0]]
kernel_gradient = lstm.weight_ih_l0.grad.T
recurrent_gradient = lstm.weight_hh_l0.grad.T
bias_gradient = lstm.bias_ih_l0.grad
input_gradient = x.grad

# A step of one bias alone, and then of the other as well.
torch.optim.SGD([lstm.bias_ih_l0], lr=0.1).step()
bias_after_step_of_one = lstm.bias_ih_l0 + lstm.bias_hh_l0
torch.optim.SGD([lstm.bias_hh_l0], lr=0.1).step()
bias_after_step = lstm.bias_ih_l0 + lstm.bias_hh_l0

print("outputs:", shape_by_default)
print("last:", outputs[0, -1].detach().numpy().round(4))
print("bias gradient:", bias_gradient[:4].numpy().round(4))
moved = bias_after_step[:4].detach().numpy().round(4)
print("sum of the biases after a step:", moved)
