import tensorflow as tf

tf.random.set_seed(0)
probabilities = tf.constant([0.1, 0.2, 0.7])
logits = tf.math.log(probabilities)


def share(logits):
    drawn = tf.random.categorical(logits[None], 4000)[0]
    return float(tf.reduce_mean(tf.cast(drawn == 2, tf.float32)))


share_of_last = share(logits)
share_if_not_converted = share(probabilities)
print(f"share of the last class: {share_of_last:.3f}")
print(f"given probabilities: {share_if_not_converted:.3f}")

# Gumbel noise turns the largest logits into a draw
# without replacement.
noise = -tf.math.log(-tf.math.log(tf.random.uniform([3])))
two = tf.math.top_k(logits + noise, k=2).indices
all_different = len(set(two.numpy().tolist())) == 2
print("two without replacement, different:", all_different)
