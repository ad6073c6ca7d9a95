import numpy as np
from keras import layers
from safetensors import safe_open
from safetensors.tensorflow import load_file, save_file

rng = np.random.default_rng(0)
x = rng.normal(size=(5, 4)).astype("float32")
layer = layers.Dense(3, name="dense")
new_layer = layers.Dense(3, name="dense")
layer.build((None, 4))
new_layer.build((None, 4))
layer.kernel.assign(rng.normal(size=(4, 3)))
layer.bias.assign(rng.normal(size=3))

file_name = "layer.safetensors"
tensors = {weight.path: weight.value for weight in layer.weights}
save_file(tensors, file_name, metadata={"epoch": "7"})

with safe_open(file_name, framework="np") as file:
    epoch = file.metadata()["epoch"]
    for name in sorted(file.keys()):
        part = file.get_slice(name)
        print(name, part.get_dtype(), part.get_shape())
    first_input = file.get_slice("dense/kernel")[:1]

loaded = load_file(file_name)
for weight in new_layer.weights:
    weight.assign(loaded[weight.path])
outputs = new_layer(x)
difference = float(abs(outputs - layer(x)).numpy().max())
print("weights of the first input:", first_input.round(4))
print("difference after loading:", difference)
