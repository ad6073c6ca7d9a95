import tensorflow as tf
from sklearn.datasets import load_diabetes

x, y = load_diabetes(return_X_y=True, scaled=False)
x = tf.constant((x - x.mean(0)) / x.std(0), dtype=tf.float32)
y = tf.constant(y / y.std(), dtype=tf.float32)

weight = tf.Variable(tf.zeros((10, 1)))
bias = tf.Variable(tf.zeros(1))

losses = []
for _ in range(40):
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean((x @ weight + bias - y) ** 2)
    gradients = tape.gradient(loss, [weight, bias])
    weight.assign_sub(0.1 * gradients[0])
    bias.assign_sub(0.1 * gradients[1])
    losses.append(float(loss))

spread = float(tf.math.reduce_std(x @ weight + bias))
print(f"loss {losses[-1]:.4f}, spread of predictions {spread:.4f}")
