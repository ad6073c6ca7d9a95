import json
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
    output = subprocess.check_output(command, env=environment)
    return json.loads(output)


one_process = python_buckets("1")
another = python_buckets("2")
python_changed = int(one_process != another)
print("hash() in one process:", one_process)
print("hash() in another:    ", another)

buckets = layers.Hashing(num_bins=1000)(tf.constant(words))
embedding = layers.Embedding(1000, 4)
shape = list(embedding(buckets).shape)
first_bucket = int(buckets[0])
print("Hashing layer:", buckets.numpy().tolist())
print("vectors:", shape)
