import re
import warnings

import keras
import numpy as np
import tensorflow as tf
from keras import layers

# --8<-- [start:mistakes]
sparse_loss = keras.losses.SparseCategoricalCrossentropy(
    from_logits=True
)
logged = []
tf.get_logger().addFilter(
    lambda record: not logged.append(record.getMessage())
)


def float_labels():
    labels = tf.constant([0, 3, 1, 4, 2])
    loss = sparse_loss(tf.cast(labels, tf.float32), tf.eye(5))
    return bool(loss == sparse_loss(labels, tf.eye(5)))


def one_hot_labels():
    one_hot = keras.utils.to_categorical([0, 3, 1, 4, 2])
    sparse_loss(one_hot, tf.eye(5))


def int_plus_float():
    tf.constant([1, 2]) + tf.constant([0.5, 0.25])


def float64_input():
    layer = layers.Dense(5)
    data = tf.ones((8, 29), tf.float64)
    as_float32 = layer(tf.cast(data, tf.float32))
    return np.array_equal(layer(data), as_float32)


def int_input():
    layer = layers.Dense(5)
    data = tf.ones((8, 29), tf.int64)
    as_float32 = layer(tf.cast(data, tf.float32))
    return np.array_equal(layer(data), as_float32)


def float_ids():
    layer = layers.Embedding(13, 5)
    as_int = layer(tf.constant([1, 12]))
    return np.array_equal(layer(tf.constant([1.0, 12.0])), as_int)


def int_weights():
    counts = tf.constant([1, 2, 3])
    with tf.GradientTape() as tape:
        tape.watch(counts)
        loss = tf.reduce_sum(tf.square(counts))
    return tape.gradient(loss, counts) is not None


# --8<-- [end:mistakes]


# --8<-- [start:looks_for]
outcomes = {
    float_labels: "accepted",
    one_hot_labels: "ValueError",
    int_plus_float: "InvalidArgumentError",
    float64_input: "accepted",
    int_input: "accepted",
    float_ids: "accepted",
    int_weights: "log message",
}
# in the message: layer or operation; all types; what to do
floats, wide, ints = "float", "float64|double", "int64|long|int32"
dense = "linear|dense|matmul|multipl"
entropy = "cross.?entropy"
one_hot = ["float|5, 5", f"{ints}|5, 5"]
looks_for = {
    "float_labels": (entropy, [floats, ints], "cast"),
    "one_hot_labels": (entropy, one_hot, "categorical"),
    "int_plus_float": (r"\badd", [ints, floats], "cast"),
    "float64_input": (dense, [wide, floats], "cast"),
    "int_input": (dense, [ints, floats], "cast"),
    "float_ids": ("embedding", [floats, ints], "cast"),
    "int_weights": ("grad|watch", [floats, ints], "only"),
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
    if logged:
        return "log message", logged.pop()
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
