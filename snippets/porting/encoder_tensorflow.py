import keras
import numpy as np
import tensorflow as tf
from keras import layers, ops
from safetensors.numpy import load_file


# --8<-- [start:model]
class Layer(layers.Layer):
    """nn.TransformerEncoderLayer with its defaults, and GELU."""

    def __init__(self, width, heads, inside, **options):
        super().__init__(**options)
        self.attention = layers.MultiHeadAttention(
            heads, width // heads, dropout=0.1
        )
        self.norm1 = layers.LayerNormalization(epsilon=1e-5)
        self.norm2 = layers.LayerNormalization(epsilon=1e-5)
        self.linear1 = layers.Dense(inside)
        self.linear2 = layers.Dense(width)
        self.dropout = layers.Dropout(0.1)

    def call(self, x, keep, training=None):
        y = self.attention(
            x, x, attention_mask=keep[:, None, :], training=training
        )
        x = self.norm1(x + self.dropout(y, training=training))
        y = ops.gelu(self.linear1(x), approximate=False)
        y = self.linear2(self.dropout(y, training=training))
        return self.norm2(x + self.dropout(y, training=training))


class Encoder(keras.Model):
    def __init__(self, words=50, longest=12, width=16):
        super().__init__()
        self.word = layers.Embedding(words, width)
        self.place = layers.Embedding(longest, width)
        self.blocks = [Layer(width, 4, 32) for _ in range(2)]
        self.fc = layers.Dense(3)

    def call(self, tokens, training=None):
        keep = tokens != 0  # True: may be looked at
        places = ops.arange(tokens.shape[1])
        x = self.word(tokens) + self.place(places)
        for block in self.blocks:
            x = block(x, keep, training=training)
        weight = ops.cast(keep, x.dtype)[..., None]
        x = ops.sum(x * weight, axis=1) / ops.sum(weight, axis=1)
        return self.fc(x)


# --8<-- [end:model]
# --8<-- [start:weights]
def attention(get, heads, width):
    """One matrix for query, key and value -> a kernel each."""
    kernels = np.split(get["in_proj_weight"], 3)
    biases = np.split(get["in_proj_bias"], 3)
    for kernel, bias in zip(kernels, biases):
        # out, in -> in, heads, size of a head
        yield kernel.T.reshape(width, heads, -1)
        yield bias.reshape(heads, -1)
    # out, in -> heads, size of a head, out
    yield get["out_proj.weight"].T.reshape(heads, -1, width)
    yield get["out_proj.bias"]


def port(model, checkpoint, heads=4, width=16):
    """Load PyTorch's weights."""
    model.word.set_weights([checkpoint["word.weight"]])
    model.place.set_weights([checkpoint["place.weight"]])
    for number, block in enumerate(model.blocks):
        start = f"encoder.layers.{number}."
        get = {
            name.removeprefix(start): value
            for name, value in checkpoint.items()
            if name.startswith(start)
        }
        inside = {
            name.removeprefix("self_attn."): value
            for name, value in get.items()
        }
        block.attention.set_weights(
            list(attention(inside, heads, width))
        )
        for name in ("norm1", "norm2", "linear1", "linear2"):
            weight, bias = get[f"{name}.weight"], get[f"{name}.bias"]
            getattr(block, name).set_weights([weight.T, bias])
    model.fc.set_weights(
        [checkpoint["fc.weight"].T, checkpoint["fc.bias"]]
    )


def back(block, width=16):
    """A layer's weights in PyTorch's names and layouts."""
    *projections, kernel, bias = block.attention.get_weights()
    kernels, biases = projections[0::2], projections[1::2]
    state = {
        "self_attn.in_proj_weight": np.concatenate(
            [one.reshape(width, width).T for one in kernels]
        ),
        "self_attn.in_proj_bias": np.concatenate(
            [one.reshape(width) for one in biases]
        ),
        "self_attn.out_proj.weight": kernel.reshape(width, width).T,
        "self_attn.out_proj.bias": bias,
    }
    for name in ("norm1", "norm2", "linear1", "linear2"):
        weight, bias = getattr(block, name).get_weights()
        state |= {f"{name}.weight": weight.T, f"{name}.bias": bias}
    return state


# --8<-- [end:weights]
# --8<-- [start:use]
tokens = (np.arange(4 * 12).reshape(4, 12) * 7) % 49 + 1
for row, length in enumerate([12, 9, 5, 1]):
    tokens[row, length:] = 0
classes = np.array([0, 1, 2, 0])

checkpoint = load_file("encoder.safetensors")
model = Encoder()
model(tokens)  # builds the layers
port(model, checkpoint)
with tf.GradientTape() as tape:
    logits = model(tokens, training=False)
    loss = keras.losses.SparseCategoricalCrossentropy(True)(
        classes, logits
    )
for row in logits.numpy():
    print([f"{value:.4f}" for value in row])

unchanged = sum(
    np.array_equal(checkpoint[f"encoder.layers.{number}.{name}"], value)
    for number, block in enumerate(model.blocks)
    for name, value in back(block).items()
)
print(f"arrays of both layers that go back unchanged: {unchanged}")

gradient = tape.gradient(loss, model.word.embeddings)
word_gradient = tf.convert_to_tensor(gradient)
print(f"loss: {float(loss):.5f}")
# --8<-- [end:use]
