import numpy as np
import tensorflow as tf
from keras import layers
from keras.optimizers import Muon

rng = np.random.default_rng(0)
kernel = rng.normal(size=(3, 5))
shapes = [(12, 3, 5), (12, 5), (12, 4, 5)]
gradients = [
    tf.constant(rng.normal(size=shape), tf.float32) for shape in shapes
]


def path(optimizer):
    dense = layers.Dense(5)
    dense.build((None, 3))
    dense.set_weights([kernel, np.ones(5)])
    table = layers.Embedding(4, 5, embeddings_initializer="ones")
    table.build()
    weights = [*dense.weights, *table.weights]
    steps = []
    for step in zip(*gradients):
        optimizer.apply(step, weights)
        steps.append([weight.numpy() for weight in weights])
    return [np.stack(values) for values in zip(*steps)]


as_it_is, bias, embedding = path(Muon(0.1, epsilon=1e-12))
as_in_keras = as_it_is
scale = (5 / 3) ** 0.5  # five rows and three columns in PyTorch
as_in_pytorch, *_ = path(
    Muon(0.1 * scale, weight_decay=0.1 / scale, rms_rate=None)
)
print("first row of the kernel after 12 steps")
print("as it is:     ", as_it_is[-1, 0].round(1))
print("as in PyTorch:", as_in_pytorch[-1, 0].round(1))
print("bias, by the same optimiser:", bias[-1].round(4))
