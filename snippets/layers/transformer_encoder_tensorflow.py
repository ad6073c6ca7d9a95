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
attention = layers.MultiHeadAttention(num_heads=2, key_dim=4)
hidden = layers.Dense(16, activation="relu")
projection = layers.Dense(8)
norm1 = layers.LayerNormalization(epsilon=1e-5)
norm2 = layers.LayerNormalization(epsilon=1e-5)


def norm_behind(x):
    x = norm1(x + attention(x, x))
    return norm2(x + projection(hidden(x)))


def norm_before(x):
    y = norm1(x)
    x = x + attention(y, y)
    return x + projection(hidden(norm2(x)))


norm_behind(x)  # creates the weights
in_proj, in_bias, out_proj, out_bias, w1, b1, w2, b2, *norms = (
    state.values()
)
moved = []
for weight, bias in zip(
    np.split(in_proj, 3), np.split(in_bias, 3), strict=True
):
    moved += [weight.T.reshape(8, 2, 4), bias.reshape(2, 4)]
moved += [out_proj.T.reshape(2, 4, 8), out_bias]
attention.set_weights(moved)
hidden.set_weights([w1.T, b1])
projection.set_weights([w2.T, b2])
norm1.set_weights(norms[:2])
norm2.set_weights(norms[2:])


def run(layer):
    parts = [attention, hidden, projection, norm1, norm2]
    weights = [w for part in parts for w in part.trainable_weights]
    with tf.GradientTape() as tape:
        tape.watch(x)
        outputs = layer(x)
    gradients = tape.gradient(
        outputs, [*weights, x], output_gradients=upstream
    )
    return outputs, as_in_pytorch(*(g.numpy() for g in gradients))


def as_in_pytorch(q, qb, k, kb, v, vb, o, ob, w1, b1, w2, b2, *rest):
    in_proj = np.concatenate([w.reshape(8, 8).T for w in (q, k, v)])
    in_bias = np.concatenate([b.ravel() for b in (qb, kb, vb)])
    first = [in_proj, in_bias, o.reshape(8, 8).T, ob, w1.T, b1, w2.T]
    values = [*first, b2, *rest]
    return dict(zip([*state, "input"], values, strict=True))


post_norm, post_norm_gradients = run(norm_behind)
pre_norm, pre_norm_gradients = run(norm_before)
print("norm behind:", post_norm[0, 0].numpy().round(4))
print("norm before:", pre_norm[0, 0].numpy().round(4))
# --8<-- [end:layer]
