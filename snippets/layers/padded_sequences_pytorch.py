import numpy as np
import torch
from torch import nn
from torch.nn.utils.rnn import pack_padded_sequence, pad_packed_sequence

draw = np.random.default_rng(0).standard_normal
state = {
    "weight_ih_l0": torch.tensor(0.5 * draw((12, 2), "float32")),
    "weight_hh_l0": torch.tensor(0.5 * draw((12, 3), "float32")),
    "bias_ih_l0": torch.tensor(draw(12, "float32")),
    "bias_hh_l0": torch.zeros(12),
}
x = torch.tensor(draw((3, 4, 2), "float32"), requires_grad=True)
upstream = torch.tensor(draw((3, 4, 3), "float32"))
lengths = torch.tensor([4, 2, 3])

lstm = nn.LSTM(2, 3, batch_first=True)
lstm.load_state_dict(state)
packed = pack_padded_sequence(
    x, lengths, batch_first=True, enforce_sorted=False
)
packed_outputs, (hidden, _) = lstm(packed)
outputs, _ = pad_packed_sequence(packed_outputs, batch_first=True)
outputs.backward(upstream)

outputs_by_default = outputs
last = hidden[0]
weight_gradients = [
    lstm.weight_ih_l0.grad.T,
    lstm.weight_hh_l0.grad.T,
    lstm.bias_ih_l0.grad,
]
input_gradient = x.grad
gradient_of_padding = input_gradient[1, 2:]

print("two of four steps:")
print(outputs[1].detach().numpy().round(4))
print("last:", last[1].detach().numpy().round(4))
