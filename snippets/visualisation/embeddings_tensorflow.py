import glob
import re
import shutil
from pathlib import Path

import numpy as np
import tensorflow as tf
from tensorboard.plugins import projector

rng = np.random.default_rng(0)
words = ["cat", "dog", "red", "blue", "run"]
matrix = tf.Variable(rng.normal(size=(5, 3)), dtype=tf.float32)

shutil.rmtree("demo_logs", ignore_errors=True)
checkpoint = tf.train.Checkpoint(words=matrix)
checkpoint.save("demo_logs/vectors.ckpt")
Path("demo_logs/metadata.tsv").write_text("\n".join(words) + "\n")
description = projector.ProjectorConfig()
embedding = description.embeddings.add()
embedding.tensor_name = "words/.ATTRIBUTES/VARIABLE_VALUE"
embedding.metadata_path = "metadata.tsv"
projector.visualize_embeddings("demo_logs", description)

config = Path("demo_logs/projector_config.pbtxt").read_text()
tensor_name = re.search('tensor_name: "(.*)"', config)[1]
metadata_path = re.search('metadata_path: "(.*)"', config)[1]
vectors = tf.train.load_checkpoint("demo_logs").get_tensor(tensor_name)
labels = Path(f"demo_logs/{metadata_path}").read_text().splitlines()
checkpoints = len(glob.glob("demo_logs/*.index"))

print(tensor_name)
print(metadata_path)
for label, vector in zip(labels, vectors):
    print(f"{label:<5}", *(f"{value:7.4f}" for value in vector))
