import keras
import numpy as np
import tensorflow as tf
from keras import layers

draw = np.random.default_rng(0).standard_normal
in_weight = draw((18, 6), "float32")
out_weight = draw((6, 6), "float32")
x = tf.constant(0.5 * draw((2, 5, 6), "float32"))
upstream = tf.constant(draw((2, 5, 6), "float32"))
# Keras has the steps before the heads.
q, k, v = tf.constant(draw((3, 2, 2, 5, 3), "float32").swapaxes(2, 3))

# True where a position may be attended to.
steps = tf.range(5)
near = tf.abs(steps[:, None] - steps) < 2
real = tf.sequence_mask([5, 3], maxlen=5)

attention = layers.MultiHeadAttention(2, key_dim=3, use_bias=False)
attention.build((None, 5, 6), (None, 5, 6))
kernels = [w.T.reshape(6, 2, 3) for w in np.split(in_weight, 3)]
attention.set_weights([*kernels, out_weight.T.reshape(2, 3, 6)])

with tf.GradientTape() as tape:
    tape.watch(x)
    layer = attention(x, x, attention_mask=near[None])
layer_with_same_mask = layer
all_but_near = attention(x, x, attention_mask=~near[None])
layer_gradient = tape.gradient(layer, x, output_gradients=upstream)
padding = attention(x, x, attention_mask=real[:, None])
causal = attention(x, x, use_causal_mask=True)


def attend(**mask):
    outputs = keras.ops.dot_product_attention(q, k, v, **mask)
    return tf.transpose(outputs, (0, 2, 1, 3))


function = attend(mask=near[None, None])
causal_function = attend(is_causal=True)

print("attention_mask=near:", layer[0, 0].numpy().round(4))
print("function, mask=near:", function[0, 0, 0].numpy().round(4))
