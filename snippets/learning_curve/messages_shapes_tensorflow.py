import re
import warnings

import keras
import tensorflow as tf
from keras import layers


# --8<-- [start:mistakes]
def input_size():
    layer = layers.Dense(5)
    layer.build((None, 29))
    layer(tf.ones((8, 31)))


def not_flattened():
    model = keras.Sequential([keras.Input((784,)), layers.Dense(10)])
    model(tf.ones((8, 28, 28)))


def no_batch():
    layer = layers.Conv2D(5, 2)
    layer.build((None, 16, 18, 3))
    layer(tf.ones((16, 18, 3)))


def channel_axis():
    layer = layers.Conv2D(5, 2)
    layer.build((None, 16, 18, 3))
    layer(tf.ones((4, 3, 16, 18)))


def channels_unknown():
    image = tf.ones((4, 3, 16, 18))
    return layers.Conv2D(5, 2)(image).shape == (4, 15, 17, 5)


def one_column():
    y = tf.range(8.0)
    return keras.losses.MeanSquaredError()(y, y[:, None]) == 0


def sizes_to_add():
    tf.ones((4, 17)) + tf.ones((4, 13))


def sizes_to_join():
    tf.concat([tf.ones((4, 17)), tf.ones((3, 13))], axis=0)


def sizes_to_reshape():
    tf.reshape(tf.ones((4, 17)), (5, 13))


def sizes_in_einsum():
    tf.einsum("ij,jk->ik", tf.ones((4, 17)), tf.ones((13, 5)))


# --8<-- [end:mistakes]


# --8<-- [start:looks_for]
outcomes = {
    input_size: "ValueError",
    not_flattened: "ValueError",
    no_batch: "ValueError",
    channel_axis: "ValueError",
    channels_unknown: "silent",
    one_column: "accepted",
    sizes_to_add: "InvalidArgumentError",
    sizes_to_join: "InvalidArgumentError",
    sizes_to_reshape: "InvalidArgumentError",
    sizes_in_einsum: "InvalidArgumentError",
}
# in the message: layer or operation; all sizes; what to do
dense = "linear|dense|sequential|matmul|multipl"
looks_for = {
    "input_size": (dense, ["29", "31"], "flatten"),
    "not_flattened": (dense, ["28", "784"], "flatten"),
    "no_batch": ("conv", ["3", "4"], "batch"),
    "channel_axis": ("conv", ["3", "16|18"], "permute"),
    "channels_unknown": ("conv", ["3", "16|18"], "permute"),
    "one_column": ("mse|squared", ["8, 1", r"8\]|8,\)"], "same size"),
    "sizes_to_add": (r"\badd", ["17", "13"], "same size"),
    "sizes_to_join": (r"\bcat|concat", ["17", "13"], "same size"),
    "sizes_to_reshape": ("reshape", ["68", "65|5, 13"], "same number"),
    "sizes_in_einsum": ("einsum", ["17", "13"], "same size"),
}
# --8<-- [end:looks_for]


# --8<-- [start:rating]
requirement = r"\bexpect|must|should|required|please"


def attempt(mistake):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            right = mistake()
        except Exception as error:
            return type(error).__name__, str(error)
    for warning in caught:
        if warning.category is UserWarning:
            return "UserWarning", str(warning.message)
    return "accepted" if right else "silent", ""


other_types = silent = messages = with_sizes = 0
layers_named = sizes_named = fixes_named = 0
marks = ""
for mistake, outcome in outcomes.items():
    layer, sizes, fix = looks_for[mistake.__name__]
    seen, text = attempt(mistake)
    has_layer = bool(re.search(layer, text, re.I))
    has_sizes = bool(sizes) and all(
        re.search(rf"(?<!\d)({size})(?!\d)", text, re.I)
        for size in sizes
    )
    has_fix = bool(re.search(f"{requirement}|{fix}", text, re.I))
    other_types += seen != outcome
    silent += seen == "silent"
    messages += bool(text)
    with_sizes += bool(text and sizes)
    layers_named += has_layer
    sizes_named += has_sizes
    fixes_named += has_fix
    marks += str(4 * has_layer + 2 * has_sizes + has_fix)
    words = ["layer"] * has_layer + ["sizes"] * has_sizes
    words += ["fix"] * has_fix
    print(f"{mistake.__name__:17} {seen:20}", *words or "-")
# --8<-- [end:rating]

marks = int(marks)
print(
    f"layer {layers_named}, fix {fixes_named} of {messages} messages;",
    f"sizes {sizes_named} of {with_sizes}",
)
