import keras
import numpy as np
import tensorflow as tf
from keras import layers

SHAPES = {
    "self_attn.in_proj_weight": (24, 8),
    "self_attn.in_proj_bias": (24,),
    "self_attn.out_proj.weight": (8, 8),
    "self_attn.out_proj.bias": (8,),
    "linear1.weight": (16, 8),
    "linear1.bias": (16,),
    "linear2.weight": (8, 16),
    "linear2.bias": (8,),
    "norm1.weight": (8,),
    "norm1.bias": (8,),
    "norm2.weight": (8,),
    "norm2.bias": (8,),
}
draw = np.random.default_rng(0).standard_normal
state = {
    name: 0.5 * draw(shape, "float32") for name, shape in SHAPES.items()
}
x = tf.constant(draw((2, 4, 8), "float32"))
upstream = tf.constant(draw((2, 4, 8), "float32"))


# --8<-- [start:layer]
class EncoderLayer(layers.Layer):
    def __init__(
        self, width, heads, hidden, norm_first=False, dropout=0.1
    ):
        super().__init__()
        self.norm_first = norm_first
        self.attention = layers.MultiHeadAttention(
            heads, key_dim=width // heads, dropout=dropout
        )
        self.hidden = layers.Dense(hidden, activation="relu")
        self.projection = layers.Dense(width)
        self.norm1 = layers.LayerNormalization(epsilon=1e-5)
        self.norm2 = layers.LayerNormalization(epsilon=1e-5)
        self.dropout = layers.Dropout(dropout)
        self.dropout1 = layers.Dropout(dropout)
        self.dropout2 = layers.Dropout(dropout)

    def attend(self, x):
        return self.dropout1(self.attention(x, x))

    def feed(self, x):
        hidden = self.dropout(self.hidden(x))
        return self.dropout2(self.projection(hidden))

    def call(self, x):
        if self.norm_first:
            x = x + self.attend(self.norm1(x))
            return x + self.feed(self.norm2(x))
        x = self.norm1(x + self.attend(x))
        return self.norm2(x + self.feed(x))

    def load(self, state):
        """Take over the weights of `nn.TransformerEncoderLayer`."""
        packed, biases, out, out_bias, w1, b1, w2, b2, *norms = (
            state.values()
        )
        heads = self.attention.query_dense.bias.shape  # heads, key_dim
        moved = []
        for weight, bias in zip(
            np.split(packed, 3), np.split(biases, 3), strict=True
        ):
            moved += [
                weight.T.reshape(-1, *heads),
                bias.reshape(heads),
            ]
        moved += [out.T.reshape(*heads, -1), out_bias]
        self.attention.set_weights(moved)
        self.hidden.set_weights([w1.T, b1])
        self.projection.set_weights([w2.T, b2])
        self.norm1.set_weights(norms[:2])
        self.norm2.set_weights(norms[2:])


def run(norm_first):
    layer = EncoderLayer(8, 2, 16, norm_first=norm_first)
    layer(x)  # creates the weights
    layer.load(state)
    parts = [layer.attention, layer.hidden, layer.projection]
    parts += [layer.norm1, layer.norm2]
    weights = [w for part in parts for w in part.trainable_weights]
    with tf.GradientTape() as tape:
        tape.watch(x)
        outputs = layer(x)  # no dropout
    gradients = tape.gradient(
        outputs, [*weights, x], output_gradients=upstream
    )
    many = layer(tf.repeat(x[:1], 4000, axis=0), training=True)
    spread = tf.math.reduce_std(many, axis=0)
    gradients = as_in_pytorch(*(g.numpy() for g in gradients))
    return outputs, gradients, spread


def as_in_pytorch(q, qb, k, kb, v, vb, o, ob, w1, b1, w2, b2, *rest):
    in_proj = np.concatenate([w.reshape(8, 8).T for w in (q, k, v)])
    in_bias = np.concatenate([b.ravel() for b in (qb, kb, vb)])
    first = [in_proj, in_bias, o.reshape(8, 8).T, ob, w1.T, b1, w2.T]
    values = [*first, b2, *rest]
    return dict(zip([*state, "input"], values, strict=True))


keras.utils.set_random_seed(0)
post_norm, post_norm_gradients, post_norm_spread = run(norm_first=False)
pre_norm, pre_norm_gradients, pre_norm_spread = run(norm_first=True)
print("norm behind:", post_norm[0, 0].numpy().round(4))
print("norm before:", pre_norm[0, 0].numpy().round(4))
print("scatter by dropout:", pre_norm_spread[0].numpy().round(1))
# --8<-- [end:layer]
