import numpy as np
import tensorflow as tf

rng = np.random.default_rng(0)
x = tf.constant(rng.normal(size=(16, 8)), dtype=tf.float32)
weights = tf.Variable(rng.normal(size=(8, 4)), dtype=tf.float32)


def loss_and_gradient(x):
    with tf.GradientTape() as tape:
        hidden = tf.nn.relu(x @ weights)
        loss = tf.reduce_mean(2 * hidden + 1)
    return loss, tape.gradient(loss, weights)


modes = {
    "eager": loss_and_gradient,
    "captured": tf.function(loss_and_gradient),
    "generated": tf.function(loss_and_gradient, jit_compile=True),
}
losses, gradients = {}, {}
for mode, function in modes.items():
    loss, gradients[mode] = function(x)
    losses[mode] = float(loss)
    print(f"{mode:10} {losses[mode]:.6f}")
spread = max(losses.values()) - min(losses.values())

describe = modes["generated"].experimental_get_compiler_ir(x)
hlo = describe(stage="optimized_hlo")
fusions = hlo.count(" fusion(")
print("fused kernels in the XLA program:", fusions)
