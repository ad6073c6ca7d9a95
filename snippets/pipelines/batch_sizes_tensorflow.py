import keras
import tensorflow as tf

targets = tf.linspace(-1.0, 3.0, 70)
rows = tf.data.Dataset.from_tensor_slices(targets)

loader = rows.batch(32)
sizes = [len(batch) for batch in loader]
dropping = rows.batch(32, drop_remainder=True)
sizes_dropped = [len(batch) for batch in dropping]
steps = len(loader)
print("sizes:", *sizes, "or, dropped,", *sizes_dropped)
print("shapes:", loader.element_spec.shape, dropping.element_spec.shape)

# a model that predicts 0
mean_of_batches = keras.metrics.Mean()
mean_of_rows = keras.metrics.Mean()
for batch in loader:
    batch_loss = tf.reduce_mean(tf.square(batch))
    mean_of_batches.update_state(batch_loss)
    mean_of_rows.update_state(batch_loss, sample_weight=len(batch))
loss_of_batches = float(mean_of_batches.result())
loss = float(mean_of_rows.result())
print(f"mean over batches {loss_of_batches:.4f}, over rows {loss:.4f}")
