import tempfile
from pathlib import Path

import numpy as np
import tensorflow as tf

rng = np.random.default_rng(0)
images = rng.integers(0, 256, size=(9, 4, 3), dtype=np.uint8)
labels = rng.integers(0, 5, size=9)


def example(image, label):
    pixels = tf.train.BytesList(value=[image.tobytes()])
    number = tf.train.Int64List(value=[label])
    features = {
        "image": tf.train.Feature(bytes_list=pixels),
        "label": tf.train.Feature(int64_list=number),
    }
    return tf.train.Example(
        features=tf.train.Features(feature=features)
    )


def parse(record):
    spec = {
        "image": tf.io.FixedLenFeature((), tf.string),
        "label": tf.io.FixedLenFeature((), tf.int64),
    }
    fields = tf.io.parse_single_example(record, spec)
    pixels = tf.io.decode_raw(fields["image"], tf.uint8)
    return tf.reshape(pixels, (4, 3)), fields["label"]


with tempfile.TemporaryDirectory() as name:
    path = Path(name, "rows.tfrecord")
    with tf.io.TFRecordWriter(str(path)) as writer:
        for image, label in zip(images, labels.tolist()):
            writer.write(example(image, label).SerializeToString())

    loader = tf.data.TFRecordDataset(str(path)).map(parse).batch(4)
    batches = [batch for batch, _ in loader]
    batch_labels = [targets for _, targets in loader]
    print("batches:", *(tuple(batch.shape) for batch in batches))
    print("dtype:", batches[0].dtype.name)
    print("labels:", *(b.numpy().tolist() for b in batch_labels))

    content = bytearray(path.read_bytes())
    content[40] ^= 1
    path.write_bytes(content)
    list(tf.data.TFRecordDataset(str(path)))
