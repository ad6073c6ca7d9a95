import io

import numpy as np
import tensorflow as tf
from PIL import Image
from sklearn.datasets import load_digits


def png(digit):
    pixels = np.kron(digit * 15, np.ones((12, 12))).astype("uint8")
    file = io.BytesIO()
    Image.fromarray(
        np.dstack([pixels, pixels // 2, 255 - pixels])
    ).save(file, "png")
    return file.getvalue()


# --8<-- [start:step]
def load(file):
    image = tf.io.decode_png(file, channels=3)
    return tf.image.flip_left_right(image[8:88, 8:88])


def normalise(images):
    return (tf.cast(images, tf.float32) / 255 - 0.5) / 0.25


def load_normalised(file):
    return normalise(load(file))


def setup(size, mode, device):
    where = "GPU:0" if device == "cuda" else "CPU:0"
    images = np.resize(load_digits().images, (size, 8, 8))
    dataset = tf.data.Dataset.from_tensor_slices(
        [png(image) for image in images]
    )
    auto = tf.data.AUTOTUNE
    if mode == "parallel":
        dataset = dataset.map(load_normalised, num_parallel_calls=auto)
        dataset = dataset.batch(64).prefetch(auto)
    elif mode == "late":
        dataset = dataset.map(load, num_parallel_calls=auto).batch(64)
        dataset = dataset.map(normalise, num_parallel_calls=auto)
        dataset = dataset.prefetch(auto)
    else:
        dataset = dataset.map(load_normalised, synchronous=True)
        dataset = dataset.batch(64)
        options = tf.data.Options()
        options.experimental_optimization.inject_prefetch = False
        dataset = dataset.with_options(options)

    def step():
        means = []
        with tf.device(where):
            for batch in dataset:
                means.append(tf.reduce_mean(batch, axis=(0, 3)))
            return tf.stack(means)

    step.dataset = dataset
    return step


# --8<-- [end:step]


if __name__ == "__main__":
    step = setup(128, "in_order", "cpu")
    first_batch = next(iter(step.dataset))[:2, ::8, ::8]
    first_batch = tf.transpose(first_batch, (0, 3, 1, 2))
    mean_of_means = tf.reduce_mean(step())
    print(f"{mean_of_means:.4f}")
