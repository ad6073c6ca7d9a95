import tensorflow as tf


def signed_root(x):
    y = tf.ones(())
    steps = 0
    while tf.abs(y * y - tf.abs(x)) > 1e-5 * tf.abs(x):
        y = 0.5 * (y + tf.abs(x) / y)
        steps += 1
    if x < 0:
        y = -y
    return y, steps


roots, gradients, step_counts = [], [], []
for value in [0.25, -2.0, 900.0]:
    x = tf.constant(value)
    with tf.GradientTape() as tape:
        tape.watch(x)
        y, steps = signed_root(x)
    roots.append(float(y))
    gradients.append(float(tape.gradient(y, x)))
    step_counts.append(int(steps))

print("steps:", step_counts)
print("signed roots:", *(f"{v:.4f}" for v in roots))
print("gradients:", *(f"{v:.4f}" for v in gradients))
