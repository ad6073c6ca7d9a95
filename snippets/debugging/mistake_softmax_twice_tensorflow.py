import tensorflow as tf
from sklearn.datasets import load_digits

x, y = load_digits(return_X_y=True)
x = tf.constant(x / 16, dtype=tf.float32)


def train(final=tf.identity):
    weight = tf.Variable(tf.zeros((64, 10)))
    bias = tf.Variable(tf.zeros(10))
    losses = []
    for _ in range(40):
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean(
                tf.nn.sparse_softmax_cross_entropy_with_logits(
                    labels=y, logits=final(x @ weight + bias)
                )
            )
        gradients = tape.gradient(loss, [weight, bias])
        weight.assign_sub(gradients[0])
        bias.assign_sub(gradients[1])
        losses.append(float(loss))
    return losses


losses_softmax = train(tf.nn.softmax)
losses_logits = train()
final_softmax, final_logits = losses_softmax[-1], losses_logits[-1]
print(f"softmax, then ..._with_logits: {final_softmax:.4f}")
print(f"logits, then ..._with_logits:  {final_logits:.4f}")
