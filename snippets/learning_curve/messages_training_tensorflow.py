import re
import warnings

import keras
import numpy as np
import tensorflow as tf
from keras import layers

# --8<-- [start:mistakes]
x, y = np.ones((8, 29), "float32"), np.array([0, 3, 1, 4, 2, 3, 1, 0])
cross_entropy = keras.losses.SparseCategoricalCrossentropy(
    from_logits=True
)
optimizer = keras.optimizers.SGD(0.1)


def second_gradient():
    layer = layers.Dense(5)
    with tf.GradientTape() as tape:
        loss = cross_entropy(y, layer(x))
    tape.gradient(loss, layer.trainable_variables)
    tape.gradient(loss, layer.trainable_variables)


def step_by_hand():
    weight = tf.Variable(tf.ones(5))
    with tf.GradientTape() as tape:
        loss = tf.reduce_sum(3 * weight)
    weight -= 0.1 * tape.gradient(loss, weight)


def nothing_recorded():
    layer = layers.Dense(5)
    with tf.GradientTape() as tape:
        loss = cross_entropy(y, layer(x).numpy())
    weights = layer.trainable_variables
    optimizer.apply(tape.gradient(loss, weights), weights)


def loss_not_reduced():
    layer = layers.Dense(5)
    with tf.GradientTape(persistent=True) as tape:
        losses = keras.losses.sparse_categorical_crossentropy(
            y, layer(x), from_logits=True
        )
        mean = tf.reduce_mean(losses)
    weights = layer.trainable_variables
    of_losses = tape.gradient(losses, weights)[1]
    return np.allclose(of_losses, tape.gradient(mean, weights)[1])


def no_weights():
    model = keras.Sequential([keras.Input((29,)), layers.Flatten()])
    model.compile("sgd", cross_entropy)
    model.fit(x, y, verbose=0)


def no_loss():
    model = keras.Sequential([keras.Input((29,)), layers.Dense(5)])
    model.compile("sgd")
    model.fit(x, y, verbose=0)


def label_too_large():
    cross_entropy(y + 3, layers.Dense(5)(x))


def unequal_counts():
    model = keras.Sequential([keras.Input((29,)), layers.Dense(5)])
    model.compile("sgd", cross_entropy)
    model.fit(x, y[:6], verbose=0)


# --8<-- [end:mistakes]


# --8<-- [start:looks_for]
# outcome; operation or object; numbers, all of them; what to do
gradient, entropy = "grad|backward|tape", "cross.?entropy"
looks_for = {
    second_gradient: (
        "RuntimeError",
        gradient,
        [],
        "retain_graph|persistent",
    ),
    step_by_hand: (
        "RuntimeError",
        "in-place|-=|assign",
        [],
        "no_grad|assign_sub",
    ),
    nothing_recorded: (
        "ValueError",
        gradient,
        [],
        "requires_grad|detach|watch",
    ),
    loss_not_reduced: ("silent", gradient, ["8"], "scalar|mean"),
    no_weights: (
        "UserWarning",
        "optimizer|model",
        [],
        r"\.parameters|trainable_variables",
    ),
    no_loss: ("ValueError", f"{gradient}|loss", [], "scalar|loss"),
    label_too_large: (
        "InvalidArgumentError",
        entropy,
        ["5|6|7", "5"],
        "valid",
    ),
    unequal_counts: (
        "ValueError",
        f"{entropy}|fit",
        ["8", "6"],
        "same number",
    ),
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
