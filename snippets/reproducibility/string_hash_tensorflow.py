import os
import subprocess
import sys

import tensorflow as tf
from keras import layers

words = ["tensor", "gradient", "tape", "graph"]


def python_buckets(hash_seed):
    code = f"print([hash(word) % 1000 for word in {words}])"
    environment = {**os.environ, "PYTHONHASHSEED": hash_seed}
    command = [sys.executable, "-c", code]
    return subprocess.check_output(command, env=environment, text=True)


first, second = python_buckets("1"), python_buckets("2")
python_changed = int(first != second)
print("hash() in one process:", first.strip())
print("hash() in another:    ", second.strip())

buckets = layers.Hashing(num_bins=1000)(tf.constant(words))
embedding = layers.Embedding(1000, 4)
shape = list(embedding(buckets).shape)
first_bucket = int(buckets[0])
print("Hashing layer:", buckets.numpy().tolist())
print("vectors:", shape)
