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
# outcome; layer or operation; sizes, all of them; what to do
invalid = "InvalidArgumentError"
dense = "linear|dense|sequential|matmul|multipl"
looks_for = {
    input_size: ("ValueError", dense, ["29", "31"], "flatten"),
    not_flattened: ("ValueError", dense, ["28", "784"], "flatten"),
    no_batch: ("ValueError", "conv", ["3", "4"], "batch"),
    channel_axis: ("ValueError", "conv", ["3", "16|18"], "permute"),
    sizes_to_add: (invalid, r"\badd", ["17", "13"], "same size"),
    sizes_to_join: (
        invalid,
        r"\bcat|concat",
        ["17", "13"],
        "same size",
    ),
    sizes_to_reshape: (
        invalid,
        "reshape",
        ["68", "65|5, 13"],
        "same number",
    ),
    sizes_in_einsum: (invalid, "einsum", ["17", "13"], "same size"),
}
# --8<-- [end:looks_for]


# --8<-- [start:rating]
REQUIREMENT = r"\bexpect|must|should|required|please"


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


other_types = silent = layers_named = sizes_named = fixes_named = 0
marks = ""
for mistake, (kind, layer, sizes, fix) in looks_for.items():
    seen, text = attempt(mistake)
    has_layer = bool(re.search(layer, text, re.I))
    has_sizes = bool(sizes) and all(
        re.search(rf"(?<!\d)({size})(?!\d)", text, re.I)
        for size in sizes
    )
    has_fix = bool(re.search(f"{REQUIREMENT}|{fix}", text, re.I))
    other_types += seen != kind
    silent += seen == "silent"
    layers_named += has_layer
    sizes_named += has_sizes
    fixes_named += has_fix
    marks += str(4 * has_layer + 2 * has_sizes + has_fix)
    words = ["layer"] * has_layer + ["sizes"] * has_sizes
    words += ["fix"] * has_fix
    print(f"{mistake.__name__:17} {seen:20}", *words or "-")
# --8<-- [end:rating]

marks = int(marks)
print("layer", layers_named, "sizes", sizes_named, "fix", fixes_named)
