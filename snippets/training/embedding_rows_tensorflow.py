import keras
import numpy as np
import tensorflow as tf
from keras import layers

draw = np.random.default_rng(0).standard_normal
table = draw((6, 3), "float32")
upstreams = tf.constant(draw((3, 4, 3), "float32"))
# row 3 is looked up in the first step only, row 5 never
distinct = tf.constant([[4, 1, 0, 3], [2, 4, 1, 0], [0, 2, 4, 1]])
repeated = tf.constant([[4, 1, 4, 3], [0, 0, 2, 4], [4, 4, 4, 1]])
embedding = layers.Embedding(6, 3)
embedding.build()


def gradient_of(tokens, upstream):
    with tf.GradientTape() as tape:
        vectors = embedding(tokens)
    return tape.gradient(
        vectors, embedding.embeddings, output_gradients=upstream
    )


def train(tokens, optimizer, summed=False):
    embedding.set_weights([table])
    tables = []
    for batch, upstream in zip(tokens, upstreams, strict=True):
        gradient = gradient_of(batch, upstream)
        if summed:
            gradient = tf.convert_to_tensor(gradient)
        optimizer.apply([gradient], [embedding.embeddings])
        tables.append(embedding.embeddings.numpy())
    return np.stack(tables)


def train_lazily(tokens, rate=0.1, beta_1=0.9, beta_2=0.999):
    embedding.set_weights([table])
    weight = embedding.embeddings.value
    m, v = (tf.Variable(tf.zeros((6, 3))) for _ in range(2))
    tables = []
    for batch, upstream in zip(tokens, upstreams, strict=True):
        gradient = gradient_of(batch, upstream)
        rows, place = tf.unique(gradient.indices)
        g = tf.math.unsorted_segment_sum(
            gradient.values, place, tf.size(rows)
        )
        new_m = beta_1 * tf.gather(m, rows) + (1 - beta_1) * g
        new_v = beta_2 * tf.gather(v, rows) + (1 - beta_2) * g**2
        m.scatter_update(tf.IndexedSlices(new_m, rows))
        v.scatter_update(tf.IndexedSlices(new_v, rows))
        step = len(tables) + 1
        move = new_m / (1 - beta_1**step)
        move /= tf.sqrt(new_v / (1 - beta_2**step)) + 1e-8
        weight.scatter_sub(tf.IndexedSlices(rate * move, rows))
        tables.append(weight.numpy())
    return np.stack(tables)


gradient = gradient_of(repeated[0], upstreams[0])
indices, values = gradient.indices.numpy().tolist(), gradient.values


def adam_optimizer():  # so small an epsilon that its place is not seen
    return keras.optimizers.Adam(0.1, epsilon=1e-9)


sgd = train(repeated, keras.optimizers.SGD(0.1))
adam = train(distinct, adam_optimizer())
adam_repeated = train(repeated, adam_optimizer())
adam_summed = train(repeated, adam_optimizer(), summed=True)
lazy_adam = train_lazily(repeated)

print("rows in the gradient:", *indices)
print("row 3 after each step")
print("Adam:   ", adam[:, 3, 0].round(3))
print("by hand:", lazy_adam[:, 3, 0].round(3))
first_move = adam_repeated[0, 4] - table[4]
print("row 4, twice in the first step:", first_move.round(3))
