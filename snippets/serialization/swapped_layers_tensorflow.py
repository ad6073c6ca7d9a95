import keras
import numpy as np
from keras import layers

rng = np.random.default_rng(0)
x = rng.normal(size=(5, 3)).astype("float32")


def build(*names):
    model = keras.Sequential([keras.Input((3,))])
    for name in names:
        model.add(layers.Dense(3, name=name))
    return model


model = build("a", "b")
for layer in model.layers:
    layer.kernel.assign(rng.normal(size=(3, 3)))
    layer.bias.assign(rng.normal(size=3))
model.save_weights("model.weights.h5")

swapped = build("b", "a")
swapped.load_weights("model.weights.h5")
kernel_loaded = swapped.get_layer("b").kernel.numpy()

outputs = model(x)
moved = float(abs(swapped(x) - outputs).numpy().max())
same = np.array_equal(kernel_loaded, model.get_layer("b").kernel)
print("layer b has the weights saved for b:", same)
print("change of the outputs:", moved)

for layer in swapped.layers:
    layer.set_weights(model.get_layer(layer.name).get_weights())
kernel_by_name = swapped.get_layer("b").kernel.numpy()
same = np.array_equal(kernel_by_name, model.get_layer("b").kernel)
print("after copying layer by layer:", same)
