import keras
import numpy as np
import tensorflow as tf
from keras import layers, ops

rng = np.random.default_rng(0)
tokens = tf.constant([[0, 3, 1], [4, 4, 2]])


class Net(keras.Model):
    def __init__(self):
        super().__init__()
        self.embedding = layers.ReversibleEmbedding(5, 3)

    def call(self, tokens):
        mean = ops.mean(self.embedding(tokens), axis=1)
        return self.embedding(mean, reverse=True)


model, loaded = Net(), Net()
model(tokens), loaded(tokens)  # the first call creates the weights
model.embedding.embeddings.assign(rng.normal(size=(5, 3)))

model.save_weights("model.weights.h5")
names = len(model.weights)
print("names:", *(weight.name for weight in model.weights))

loaded.load_weights("model.weights.h5")
outputs = loaded(tokens)
loaded.embedding.embeddings.assign(loaded.embedding.embeddings * -2)
outputs_after_change = loaded(tokens)
print("first output:", outputs[0].numpy().round(4))
