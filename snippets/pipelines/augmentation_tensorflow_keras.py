import numpy as np
import tensorflow as tf
from keras import layers

# pixel values tell the image, the row and the column
images = tf.reshape(tf.range(200.0 * 8 * 8), (200, 8, 8, 1))

augment = layers.Pipeline(
    [
        layers.RandomCrop(6, 6, seed=0),
        layers.RandomFlip("horizontal", seed=1),
    ]
)


def augmented(image):
    return augment(image, training=True)


def epoch(dataset):
    return np.concatenate(list(dataset))[..., 0]


def places(crops):
    flipped = crops[:, 0, 0] > crops[:, 0, 5]
    upright = np.where(flipped[:, None, None], crops[..., ::-1], crops)
    starts = upright[:, 0, 0]
    pattern = 8 * np.arange(6)[:, None] + np.arange(6)
    intact = bool((upright - starts[:, None, None] == pattern).all())
    return intact, len(set((starts % 64).tolist())), flipped.mean()


rows = tf.data.Dataset.from_tensor_slices(images)
one_by_one = rows.map(augmented).batch(50)
crops = epoch(one_by_one)
intact, positions, share = places(crops)
flipped_share = float(share)
epochs_equal = bool((crops == epoch(one_by_one)).all())

in_batches = epoch(rows.batch(200).map(augmented))
_, positions_in_batch, _ = places(in_batches)
print("windows of the image:", intact, "places:", positions)
print(f"flipped: {flipped_share:.2f}")
print("same in the next epoch:", epochs_equal)
print("places in a batch of 200:", positions_in_batch)
