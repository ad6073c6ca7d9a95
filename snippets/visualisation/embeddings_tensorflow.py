import glob
import re
from pathlib import Path

import numpy as np
import tensorflow as tf
from tensorboard.plugins import projector

rng = np.random.default_rng(0)
words = ["cat", "dog", "red", "blue", "run"]
matrix = tf.Variable(rng.normal(size=(5, 3)), dtype=tf.float32)

checkpoint = tf.train.Checkpoint(words=matrix)
checkpoint.save("logs/vectors.ckpt")
Path("logs/metadata.tsv").write_text("\n".join(words) + "\n")
description = projector.ProjectorConfig()
embedding = description.embeddings.add()
embedding.tensor_name = "words/.ATTRIBUTES/VARIABLE_VALUE"
embedding.metadata_path = "metadata.tsv"
projector.visualize_embeddings("logs", description)

config = Path("logs/projector_config.pbtxt").read_text()
tensor_name = re.search('tensor_name: "(.*)"', config)[1]
metadata_path = re.search('metadata_path: "(.*)"', config)[1]
vectors = tf.train.load_checkpoint("logs").get_tensor(tensor_name)
labels = Path(f"logs/{metadata_path}").read_text().splitlines()
checkpoints = len(glob.glob("logs/*.index"))

print(tensor_name)
print(metadata_path)
for label, vector in zip(labels, vectors):
    print(f"{label:<5}", *(f"{value:7.4f}" for value in vector))
