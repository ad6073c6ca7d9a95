import keras
from keras import layers

block = keras.Sequential(
    [
        keras.Input((12,)),
        layers.Dense(20, name="expand"),
        layers.Dense(12, name="shrink"),
    ],
    name="block",
)
model = keras.Sequential(
    [
        keras.Input((7,)),
        layers.Dense(12, name="encoder"),
        block,
        layers.Dense(3, use_bias=False, name="head"),
    ],
    name="model",
)
short, full = [], []
model.summary(print_fn=short.append)
model.summary(print_fn=full.append, expand_nested=True)
text = "\n".join(full)
print(text)

leaves = [model.layers[0], *block.layers, model.layers[-1]]
parameters = {layer.name: layer.count_params() for layer in leaves}
widths = {layer.name: layer.output.shape[-1] for layer in leaves}

total = model.count_params()
layers_in_text = [layer.name for layer in leaves if layer.name in text]
nested_by_default = "shrink" in "\n".join(short)
counts_in_text = str(parameters["expand"]) in text
