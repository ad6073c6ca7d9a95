import keras
import tensorflow as tf
from sklearn.datasets import load_diabetes

x, y = load_diabetes(return_X_y=True, scaled=False)
x = tf.constant(x, dtype=tf.float32)
y = tf.constant(y, dtype=tf.float32)

weight = tf.Variable(tf.zeros(10))
optimizer = keras.optimizers.SGD(learning_rate=0.1)

losses = []
for _ in range(12):
    with tf.GradientTape() as tape:
        prediction = tf.linalg.matvec(x, weight)
        loss = tf.reduce_mean((prediction - y) ** 2)
    gradients = tape.gradient(loss, [weight])
    optimizer.apply(gradients, [weight])
    losses.append(float(loss))

print("\n".join(f"{loss:.3g}" for loss in losses))
