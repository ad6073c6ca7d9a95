import tempfile
from pathlib import Path

import keras
import numpy as np
import tensorflow as tf
from PIL import Image


def write_images(root):
    rng = np.random.default_rng(0)
    for name in ("bee", "ant"):
        (root / name).mkdir()
        for number in range(2):
            pixels = rng.integers(0, 256, (8, 12, 3), dtype=np.uint8)
            file = root / name / f"{number}.png"
            Image.fromarray(pixels).save(file)


def read(folder, size):
    dataset = keras.utils.image_dataset_from_directory(
        folder,
        image_size=size,
        batch_size=4,
        shuffle=False,
        verbose=False,
    )
    images, labels = next(iter(dataset))
    return dataset.class_names, images, labels


with tempfile.TemporaryDirectory() as name:
    write_images(Path(name))
    classes, images_last, numbers = read(name, size=(8, 12))
    _, resized_last, _ = read(name, size=(2, 6))

filtered_last = tf.image.resize(images_last, (2, 6), antialias=True)
images, unfiltered, filtered = (
    tf.transpose(pixels, (0, 3, 1, 2))
    for pixels in (images_last, resized_last, filtered_last)
)
resized_as_loaded = unfiltered
labels = numbers.numpy().tolist()
print("classes:", *classes, "labels:", *labels)
print("shape:", tuple(images_last.shape), "first pixel:", end=" ")
print(images_last[0, 0, 0].numpy())
print("2 by 6, first row, red")
print("as loaded:     ", unfiltered[0, 0, 0].numpy())
print("antialias=True:", filtered[0, 0, 0].numpy().round(1))
