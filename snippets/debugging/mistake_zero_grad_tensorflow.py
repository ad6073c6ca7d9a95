import keras
import tensorflow as tf

x = tf.linspace(-1.0, 1.0, 21)
y = 3 * x
slope = tf.Variable(0.0)
optimizer = keras.optimizers.SGD(learning_rate=0.5)

losses = []
for _ in range(8):
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean((slope * x - y) ** 2)
    gradients = tape.gradient(loss, [slope])
    optimizer.apply(gradients, [slope])
    losses.append(float(loss))

print(" ".join(f"{loss:.3f}" for loss in losses))
