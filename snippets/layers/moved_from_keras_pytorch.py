import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

# What get_weights() of each Keras layer returns.
SHAPES = {
    "embedding": [(7, 6)],
    "lstm": [(6, 12), (3, 12), (12,)],
    "gru": [(6, 9), (3, 9), (2, 9)],
    "attention": [*3 * [(6, 2, 3), (2, 3)], (2, 3, 6), (6,)],
    "wide": [*3 * [(6, 2, 5), (2, 5)], (2, 5, 6), (6,)],
    "transposed": [(4, 4, 3, 2), (3,)],
}
draw = np.random.default_rng(0).standard_normal
stored = {
    name: [0.5 * draw(shape, "float32") for shape in shapes]
    for name, shapes in SHAPES.items()
}
images = torch.tensor(draw((2, 3, 4, 2), "float32"))
tokens = torch.tensor([[1, 4, 6, 2, 2], [5, 0, 3, 1, 6]])


def load(layer, arrays):
    layer.load_state_dict(
        {name: torch.tensor(array) for name, array in arrays.items()}
    )
    return layer


def recurrent(kernel, recurrent_kernel, b_ih, b_hh):
    return {
        "weight_ih_l0": kernel.T,
        "weight_hh_l0": recurrent_kernel.T,
        "bias_ih_l0": b_ih,
        "bias_hh_l0": b_hh,
    }


def swapped(array):
    """Exchange the first two of three gates."""
    first, second, third = np.split(array, 3, axis=-1)
    return np.concatenate([second, first, third], axis=-1)


(table,) = stored["embedding"]
embedding = nn.Embedding.from_pretrained(
    torch.tensor(table), freeze=False
)

*kernels, bias = stored["lstm"]
lstm = nn.LSTM(6, 3, batch_first=True)
load(lstm, recurrent(*kernels, bias, np.zeros_like(bias)))

*kernels, biases = (swapped(array) for array in stored["gru"])
gru = nn.GRU(6, 3, batch_first=True)
load(gru, recurrent(*kernels, *biases))

q, q_bias, k, k_bias, v, v_bias, out, out_bias = stored["attention"]
attention = load(
    nn.MultiheadAttention(6, 2, batch_first=True),
    {
        "in_proj_weight": np.concatenate(
            [kernel.reshape(6, 6).T for kernel in (q, k, v)]
        ),
        "in_proj_bias": np.concatenate(
            [bias.reshape(6) for bias in (q_bias, k_bias, v_bias)]
        ),
        "out_proj.weight": out.reshape(6, 6).T,
        "out_proj.bias": out_bias,
    },
)

kernel, bias = stored["transposed"]
transposed = load(
    nn.ConvTranspose2d(2, 3, kernel_size=4, stride=2, padding=1),
    {"weight": kernel.transpose(3, 2, 0, 1), "bias": bias},
)


def wide_attention(x):
    """Two heads of 5: wider together than the inputs, which are 6."""
    *projections, out, out_bias = map(torch.tensor, stored["wide"])
    q, k, v = (
        torch.einsum("btd,dhk->bhtk", x, kernel) + bias[:, None]
        for kernel, bias in zip(
            projections[::2], projections[1::2], strict=True
        )
    )
    heads = F.scaled_dot_product_attention(q, k, v)
    return torch.einsum("bhtk,hkd->btd", heads, out) + out_bias


with torch.inference_mode():
    vectors = embedding(tokens)
    lstm_outputs, _ = lstm(vectors)
    gru_outputs, _ = gru(vectors)
    attention_outputs, _ = attention(vectors, vectors, vectors)
    wide_outputs = wide_attention(vectors)
    maps = transposed(images.permute(0, 3, 1, 2)).permute(0, 2, 3, 1)

print("LSTM:", lstm_outputs[0, -1].numpy().round(4))
print("GRU: ", gru_outputs[0, -1].numpy().round(4))
print("attention:", attention_outputs[0, 0].numpy().round(4))
print("wider:    ", wide_outputs[0, 0].numpy().round(4))
print("transposed convolution:", maps[0, 0, 0].numpy().round(4))
