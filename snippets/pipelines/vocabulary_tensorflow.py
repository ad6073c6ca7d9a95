import keras
import tensorflow as tf

known = ["The cat sat.", "The dog sat; the cat ran!", "A bird flew"]
new = ["The bird sat...", "a DOG", "cat, cat & mouse"]

vectorize = keras.layers.TextVectorization(max_tokens=8)
vectorize.adapt(known)
vocabulary = [str(word) for word in vectorize.get_vocabulary()]


def encode(texts):
    return vectorize(texts)


dataset = tf.data.Dataset.from_tensor_slices(new)
batches = list(dataset.batch(2).map(encode))
print(vocabulary)
for batch in batches:
    print(batch.numpy())
