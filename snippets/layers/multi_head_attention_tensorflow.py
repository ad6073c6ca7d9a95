import numpy as np
import tensorflow as tf
from keras import layers

draw = np.random.default_rng(0).standard_normal
in_weight, in_bias = draw((18, 6), "float32"), draw(18, "float32")
out_weight, out_bias = draw((6, 6), "float32"), draw(6, "float32")
query = tf.constant(0.5 * draw((2, 3, 6), "float32"))
memory = tf.constant(0.5 * draw((2, 5, 6), "float32"))
upstream = tf.constant(draw((2, 3, 6), "float32"))

too_wide = layers.MultiHeadAttention(num_heads=2, key_dim=6)
too_wide.build((None, 3, 6), (None, 5, 6))
parameters_for_6 = too_wide.count_params()

attention = layers.MultiHeadAttention(num_heads=2, key_dim=3)
attention.build((None, 3, 6), (None, 5, 6))
parameters = attention.count_params()

moved = []
for weight, bias in zip(
    np.split(in_weight, 3), np.split(in_bias, 3), strict=True
):
    moved += [weight.T.reshape(6, 2, 3), bias.reshape(2, 3)]
moved += [out_weight.T.reshape(2, 3, 6), out_bias]
attention.set_weights(moved)

with tf.GradientTape() as tape:
    tape.watch(query)
    outputs, scores = attention(
        query, memory, return_attention_scores=True
    )
scores_by_default = scores
scores_mean = tf.reduce_mean(scores, axis=1)
*gradients, query_gradient = tape.gradient(
    outputs,
    [*attention.trainable_weights, query],
    output_gradients=upstream,
)
q, q_bias, k, k_bias, v, v_bias, out, out_bias = gradients
weight_gradients = {
    "in_proj_weight": tf.concat(
        [tf.transpose(tf.reshape(w, (6, 6))) for w in (q, k, v)], 0
    ),
    "in_proj_bias": tf.concat(
        [tf.reshape(b, [6]) for b in (q_bias, k_bias, v_bias)], 0
    ),
    "out_proj.weight": tf.transpose(tf.reshape(out, (6, 6))),
    "out_proj.bias": out_bias,
}

print(parameters, "parameters:")
for weight in attention.weights:
    name = "/".join(weight.path.split("/")[-2:])
    print(f"  {name:23} {tuple(weight.shape)}")
print("outputs:", outputs[0, 0].numpy().round(4))
print("scores:", tuple(scores.shape))
