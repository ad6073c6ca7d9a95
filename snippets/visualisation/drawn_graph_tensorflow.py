import re

import keras
from keras import layers

inputs = keras.Input((4,), name="x")
hidden = layers.Dense(8, name="hidden")(inputs)
branch = layers.Dense(8, name="branch")(hidden)
total = layers.Add(name="add")([branch, hidden])
outputs = layers.Dense(3, name="head")(total)
model = keras.Model(inputs, outputs)

dot = keras.utils.model_to_dot(model)
kind = dot.to_string().split()[0]
names = {
    node.get_name(): re.search(r"<b>(\w+)</b> \(", node.get("label"))[1]
    for node in dot.get_nodes()
    if node.get("label")
}
edges = sorted(
    f"{names[edge.get_source()]} -> {names[edge.get_destination()]}"
    for edge in dot.get_edges()
)

print(kind)
print("\n".join(edges))
