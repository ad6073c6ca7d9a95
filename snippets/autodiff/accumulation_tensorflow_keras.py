import keras
import numpy as np
import tensorflow as tf

rng = np.random.default_rng(0)
x = tf.constant(rng.normal(size=(64, 3)), dtype=tf.float32)
y = tf.linalg.matvec(x, [1.0, -2.0, 0.5])
halves = tf.data.Dataset.from_tensor_slices((x, y)).batch(32)

weight = tf.Variable(tf.zeros(3))
optimizer = keras.optimizers.SGD(
    learning_rate=0.1, gradient_accumulation_steps=2
)

losses = []
for _ in range(8):
    mean_loss = keras.metrics.Mean()
    for inputs, targets in halves:
        with tf.GradientTape() as tape:
            error = tf.linalg.matvec(inputs, weight) - targets
            loss = tf.reduce_mean(tf.square(error))
        gradient = tape.gradient(loss, weight)
        optimizer.apply([gradient], [weight])
        mean_loss.update_state(loss)
    losses.append(float(mean_loss.result()))

steps = int(optimizer.iterations)
print("two halves:", *(f"{v:.3f}" for v in losses))
print(steps, "steps from 16 gradients")
