import numpy as np
import tensorflow.compat.v1 as tf
from sklearn.datasets import load_iris

tf.disable_v2_behavior()

rng = np.random.default_rng(0)
data, target = load_iris(return_X_y=True)
x = ((data - data.mean(0)) / data.std(0)).astype("float32")
shapes = [(4, 8), (8,), (8, 3), (3,)]
start = [rng.normal(0, 0.3, shape) for shape in shapes]

inputs = tf.placeholder(tf.float32, [None, 4])
labels = tf.placeholder(tf.int64, [None])
w1, b1, w2, b2 = variables = [
    tf.Variable(values, dtype=tf.float32) for values in start
]
logits = tf.tanh(inputs @ w1 + b1) @ w2 + b2
loss = tf.reduce_mean(
    tf.nn.sparse_softmax_cross_entropy_with_logits(
        labels=labels, logits=logits
    )
)
train_step = tf.train.GradientDescentOptimizer(0.5).minimize(loss)
print(loss)

losses = []
with tf.Session() as session:
    session.run(tf.global_variables_initializer())
    for _ in range(6):
        value, _ = session.run(
            [loss, train_step], feed_dict={inputs: x, labels: target}
        )
        losses.append(float(value))
    weights = session.run(variables)

print(*(f"{loss:.4f}" for loss in losses))
