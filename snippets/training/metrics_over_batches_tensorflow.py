import keras
import numpy as np
import tensorflow as tf

rng = np.random.default_rng(0)
labels = rng.integers(3, size=50)
logits = rng.normal(size=(50, 3)).astype("float32")
logits += 2 * np.eye(3, dtype="float32")[labels]
logits[-2:] *= -1  # the last batch of two, mostly wrong
data = tf.data.Dataset.from_tensor_slices((labels, logits)).batch(16)

mean_accuracy = keras.metrics.SparseCategoricalAccuracy()
f1_score = keras.metrics.F1Score(average=None)
confusion = tf.zeros((3, 3), tf.int64)
batch_accuracies = []
for truth, scores in data:
    guess = tf.argmax(scores, axis=1)
    confusion += tf.math.confusion_matrix(
        truth, guess, num_classes=3, dtype=tf.int64
    )
    mean_accuracy.update_state(truth, scores)
    f1_score.update_state(tf.one_hot(truth, 3), scores)
    hits = tf.cast(truth == guess, tf.float32)
    batch_accuracies.append(float(tf.reduce_mean(hits)))

accuracy = float(mean_accuracy.result())
f1 = f1_score.result()
mean_of_batch_accuracies = sum(batch_accuracies) / len(batch_accuracies)
error_of_that_mean = abs(mean_of_batch_accuracies - accuracy)
print("confusion:", confusion.numpy().tolist())
print(f"accuracy {accuracy:.3f}, F1", f1.numpy().round(3))
print(f"mean of batch accuracies {mean_of_batch_accuracies:.3f}")
