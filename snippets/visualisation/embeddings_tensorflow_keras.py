import glob
import os
import re
import shutil
from pathlib import Path

import keras
import numpy as np
from keras import layers

words = ["cat", "dog", "red", "blue", "run"]
shutil.rmtree("demo_logs", ignore_errors=True)
os.makedirs("demo_logs/train")
Path("demo_logs/metadata.tsv").write_text("\n".join(words) + "\n")

model = keras.Sequential(
    [keras.Input((2,)), layers.Embedding(5, 3), layers.Flatten()]
)
model.compile(optimizer="sgd", loss="mse")
callback = keras.callbacks.TensorBoard(
    "demo_logs", embeddings_freq=1, embeddings_metadata="metadata.tsv"
)
model.fit(
    np.array([[0, 1], [2, 4]]),
    np.zeros((2, 6)),
    callbacks=[callback],
    verbose=0,
)

config = Path("demo_logs/projector_config.pbtxt").read_text()
tensor_name = re.search('tensor_name: "(.*)"', config)[1]
metadata_path = re.search('metadata_path: "(.*)"', config)[1]
labels = Path(f"demo_logs/{metadata_path}").read_text().splitlines()
checkpoints = len(glob.glob("demo_logs/**/*.index", recursive=True))

print(tensor_name)
print("checkpoints:", checkpoints)
print(
    *sorted(path.name for path in Path("demo_logs/train").glob("*.h5"))
)
